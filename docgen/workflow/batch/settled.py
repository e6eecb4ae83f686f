"""Whether anything can have changed since a batch in which all went well: then not even the roster is read.

In the campaign's folder, ``.docgen/settled.json`` says what that batch was made from, and what the units' folders
looked like when it ended. Where either differs, the roster is read and every unit looked at, as if nothing were known.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from docgen.frozen import dataclass
from docgen.workflow.batch.bundle import NAME as WHOLE_ARCHIVE
from docgen.workflow.batch.folders import UNITS
from docgen.workflow.batch.journal import STATE, is_finished
from docgen.workflow.manifest import read_manifest
from docgen.workflow.materials import Materials
from docgen.workflow.produce import Wish

_SETTLED = "settled.json"


@dataclass(frozen=True)
class Settled:
    """What a batch would be made from in ``folder``; ``about`` is what the manifest says of its units if it is good."""

    folder: Path
    made_from: str
    about: Mapping[str, Any]

    def units(self) -> int | None:
        """How many units there are that are as they should be; None if that is not known."""
        try:
            known = json.loads(self._path.read_bytes())
            if known["made_from"] != self.made_from or known["looks"] != _looks(self.folder):
                return None
            is_good = is_listed(self.folder, self.about) and is_finished(self.folder)
            return int(known["units"]) if is_good else None
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self) -> None:
        """Something is about to change."""
        self._path.unlink(missing_ok=True)

    def remember(self, units: int) -> None:
        """All is well."""
        known = {"made_from": self.made_from, "looks": _looks(self.folder), "units": units}
        with contextlib.suppress(OSError):
            self._path.write_text(json.dumps(known), encoding="utf-8")

    @property
    def _path(self) -> Path:
        return self.folder / STATE / _SETTLED


def is_listed(folder: Path, about: Mapping[str, Any]) -> bool:
    """Whether the manifest says this of the units as a whole, whatever it says of the leak check."""
    manifest = read_manifest(folder)
    return manifest is not None and {**manifest.units, "leak_check": None} == {**about, "leak_check": None}


def made_from(materials: Materials, roster: Path, checksum: str, wish: Wish) -> str:
    """All that decides what becomes of the units, in one word; ``checksum`` is that of the roster's file."""
    means = asdict(materials.means) if materials.means else None
    wanted = [wish.formats, wish.engine, wish.zip]
    text = json.dumps([asdict(materials.recipe), means, str(roster), checksum, wanted], sort_keys=True, default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _looks(folder: Path) -> str:
    """Every file of units, the archive of all too: its name, its size, when it was written last; in whatever order."""
    archive = folder / WHOLE_ARCHIVE
    lines = itertools.chain(
        _files(folder / UNITS, ""), [_line(archive.name, archive.stat())] if archive.is_file() else []
    )
    total = 0
    for line in lines:
        total += int.from_bytes(hashlib.blake2b(line.encode("utf-8", "surrogateescape"), digest_size=16).digest())
    return f"{total:x}"


def _files(folder: Path, above: str) -> Iterator[str]:
    if not folder.is_dir():  # nothing was made for any unit
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{above}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), name)
            else:
                yield _line(name, entry.stat(follow_symlinks=False))


def _line(name: str, about: os.stat_result) -> str:
    return f"{name}\0{about.st_size}\0{about.st_mtime_ns}"
