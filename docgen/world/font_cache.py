"""What is known of font files: kept in the user's cache folder, made anew whenever it is not to be trusted.

An entry is ``[size, time, faces]`` under the file's path; the faces of a font that plays no role are an empty list.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from docgen.world.font_roles import KNOWN_NAMES

_FORMAT = 1


def cache_folder() -> Path:
    """Where docgen keeps what it can make again."""
    from platformdirs import user_cache_path

    return user_cache_path("docgen", appauthor=False)


def _cache_file() -> Path:
    # The names that were looked for are part of the answer: another list makes another cache.
    known = hashlib.sha256("\n".join(sorted(KNOWN_NAMES)).encode()).hexdigest()[:12]
    return cache_folder() / f"fonts-{_FORMAT}-{known}.json"


def read_cache() -> dict[str, list[Any]]:
    """Path → size, time, faces; whatever is not as this version writes it is left out."""
    try:
        cache = json.loads(_cache_file().read_bytes())
        return {path: entry for path, entry in cache.items() if _is_sound(entry)}
    except (OSError, ValueError, AttributeError):
        return {}


def _is_sound(entry: Any) -> bool:
    """Whether a cache entry is one that this version wrote."""
    keys = {"index", "family", "names", "weight", "licence", "coverage", "lacks"}
    match entry:
        case [int(), int(), [*records]]:
            return all(isinstance(record, dict) and record.keys() == keys for record in records)
        case _:
            return False


def write_cache(files: dict[str, list[Any]]) -> None:
    """Write what still exists; another process may read or write at the same time, hence the rename."""
    target = _cache_file()
    kept = {path: entry for path, entry in files.items() if Path(path).exists()}
    with contextlib.suppress(OSError):
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".fonts-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
