"""``manifest.json``: what a campaign's output folder holds and what it was made from.

A build compares it with what it would use now; a format for which nothing differs, and whose files are all
still what was written, need not be made again.

The files of units follow those of the campaign, one line each. There may be hundreds of thousands of them, so they are
written and passed over line by line (``docgen.workflow.batch`` knows them); a ``Manifest`` holds the campaign's own.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any, Literal

from docgen.frozen import dataclass
from docgen.workflow.formats import FORMATS, PAGED

NAME = "manifest.json"


@dataclass(frozen=True)
class MadeFile:
    """A file in the campaign's folder. ``annex`` is its number (1 for a single annex), None for the notice.

    ``unit`` is the unit that it was filled in for; ``pages`` is None where the format has no fixed pages. ``key``
    stands for all that a unit's file was made from: with an equal key it need not be made again.
    """

    path: str
    kind: Literal["notice", "annex", "archive"]
    annex: int | None
    unit: str | None
    format: str
    bytes: int
    sha256: str
    pages: int | None = None
    key: str | None = None


@dataclass(frozen=True)
class Recipe:
    """What every format depends on; with equal recipes (and equal means, where there are pages) bytes are equal.

    ``inputs``: path → sha256 of each file read; ``settings``: the date given to the files, and the versions
    of the programs that write them.
    """

    docgen: str
    campaign: str
    inputs: Mapping[str, str]
    settings: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Means:
    """What the pages depend on: the engine asked for, the font of each role; ``engine`` is the PDF engine used."""

    engine_wanted: str
    fonts: Mapping[str, Any] = field(default_factory=dict)
    engine: str | None = None

    def same_as(self, other: Means) -> bool:
        """Whether pages made with these means would be the same; which engine was used follows from them."""
        return (self.engine_wanted, self.fonts) == (other.engine_wanted, other.fonts)


@dataclass(frozen=True)
class Manifest:
    """A recipe, the means, and what came of them; ``means`` is None where there is only text.

    ``units``: what there is to say about the files of units as a whole, by the names in ``ABOUT_UNITS``; empty where no
    roster was ever built.
    """

    recipe: Recipe
    files: tuple[MadeFile, ...]
    means: Means | None = None
    units: Mapping[str, Any] = field(default_factory=dict)


ABOUT_UNITS = ("complete", "leak_check", "roster")
"""``complete``: false while files of units are being made, or some could not be; those that are listed are there."""


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as it is written: keys sorted, the notice's files first, a newline at the end."""
    return "".join(manifest_lines(manifest, ())).encode()


def manifest_lines(manifest: Manifest, of_units: Iterable[MadeFile]) -> Iterator[str]:
    """The same in pieces, with the files of units behind the campaign's."""
    content = {
        **dataclasses.asdict(manifest.recipe),
        **dataclasses.asdict(manifest.means or Means("", {})),
        **manifest.units,
        "files": [_entry(file) for file in sorted(manifest.files, key=_place_in_list)] + [_HERE],
    }
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    before, after = text.split(f'"{_HERE}"')
    yield before.rstrip().removesuffix(",")
    comma = "," if manifest.files else ""
    for file in of_units:
        yield f"{comma}\n    {json.dumps(_entry(file), ensure_ascii=False, sort_keys=True)}"
        comma = ","
    yield f"{after}\n" if comma else f"{after.lstrip()}\n"


def read_manifest(folder: Path) -> Manifest | None:
    """The manifest in ``folder``; None if there is none, or none that this docgen understands."""
    try:
        with (folder / NAME).open(encoding="utf-8") as lines:
            content = json.loads(_without_units(lines))
        files = tuple(MadeFile(**file) for file in content.pop("files"))
        means = Means(content.pop("engine_wanted"), content.pop("fonts"), content.pop("engine"))
        units = {name: content.pop(name) for name in ABOUT_UNITS if name in content}
        own = tuple(file for file in files if file.unit is None)
        return Manifest(Recipe(**content), own, means if means.engine_wanted else None, units)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def files_of_units(folder: Path) -> Iterator[MadeFile]:
    """The files of units that the manifest in ``folder`` lists, read line by line."""
    try:
        with (folder / NAME).open(encoding="utf-8") as lines:
            for line in lines:
                if line.startswith(_OF_UNIT):
                    yield MadeFile(**json.loads(line.rstrip().removesuffix(",")))
    except (OSError, ValueError, TypeError):
        return


def current_files(folder: Path, recipe: Recipe, means: Means | None) -> tuple[MadeFile, ...]:
    """The files in ``folder`` that need not be made again.

    With ``means`` None (only text is asked for) all formats count as current if the recipe has not changed.
    """
    old = read_manifest(folder)
    if old is None or old.recipe != recipe:
        return ()
    stale = PAGED if means and not (old.means and means.same_as(old.means)) else ()
    files = [file for file in old.files if file.format not in stale]
    broken = {file.format for file in files if not is_as_written(folder, file)}
    return tuple(file for file in files if file.format not in broken)


def outdated_files(folder: Path, new: Manifest) -> tuple[str, ...]:
    """Files that an earlier build wrote, that nobody has changed since, and that ``new`` does not list."""
    old = read_manifest(folder)
    names = {file.path for file in new.files}
    files = [file for file in old.files if file.path not in names] if old else []
    return tuple(file.path for file in files if is_as_written(folder, file))


def formats_of(files: Iterable[MadeFile]) -> tuple[str, ...]:
    """The formats among ``files``."""
    return tuple(dict.fromkeys(file.format for file in files))


def sha256(data: bytes) -> str:
    """The checksum of ``data``, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


_HERE = "<files of units>"

_OF_UNIT = '    {"'
"""How a line begins that is a unit's file; the campaign's own take several lines each."""


def _entry(file: MadeFile) -> dict[str, Any]:
    entry = dict(vars(file))
    return entry if file.key else {name: value for name, value in entry.items() if name != "key"}


def _without_units(lines: Iterable[str]) -> str:
    kept: list[str] = []
    for line in lines:
        if line.startswith(_OF_UNIT):
            # The comma that led on to it.
            kept[-1] = kept[-1].rstrip(",\n") + "\n"
        else:
            kept.append(line)
    return "".join(kept)


def is_as_written(folder: Path, file: MadeFile) -> bool:
    """Whether the file lies there as the build wrote it."""
    path = folder / file.path
    try:
        # A manifest that someone wrote must not make docgen look at, or remove, anything outside its folder.
        within = path.resolve().is_relative_to(folder.resolve())
        return within and path.stat().st_size == file.bytes and sha256(path.read_bytes()) == file.sha256
    except OSError:
        return False


def _place_in_list(file: MadeFile) -> tuple[int, int, str]:
    return file.annex or 0, FORMATS.index(file.format) if file.format in FORMATS else len(FORMATS), file.path
