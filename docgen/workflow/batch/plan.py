"""What has to be made: for each unit its folder, the files that are still right, and those that are not there yet.

A file is still right if its key is the same and nobody has touched it since: size and time of writing as remembered,
or, if only the time differs (a copied folder), the checksum.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from docgen.frozen import dataclass
from docgen.roster.unit import Unit
from docgen.workflow.batch.folders import UNITS
from docgen.workflow.batch.journal import Memory, Placed, Record
from docgen.workflow.batch.keys import FORMATS, NOTICE_PIECE, Keys, Piece, reason, values_key
from docgen.workflow.manifest import MadeFile, sha256

SECONDS: Mapping[str, float] = {"docx": 0.001, "pdf": 0.008}
"""What a form takes, roughly."""

SECONDS_OF_LIBREOFFICE = 0.07
"""Once it has been started."""

SECONDS_OF_NOTICE = 0.15


@dataclass(frozen=True)
class Job:
    """A unit of which something has to be made.

    ``number`` counts the units of the roster from 0, ``folder`` is relative to the campaign's. ``make``: piece → key.
    ``keep`` are its other files, still right; ``old`` those that it had and that will not be right any more. ``pack``:
    its archive is to be made, too. ``seconds`` is what this will take, roughly; ``converted`` of its files are PDFs by
    LibreOffice.
    """

    number: int
    unit: Unit
    folder: str
    make: dict[Piece, str]
    keep: tuple[Placed, ...] = ()
    old: tuple[Placed, ...] = ()
    pack: bool = False
    seconds: float = 0.0
    converted: int = 0

    @property
    def before(self) -> Record:
        """What there is of the unit if nothing is made."""
        return Record(self.unit.id, self.unit.name, (*self.keep, *self.old))


Item = Job | Record
"""A record stands for a unit of which nothing is to be made."""


@dataclass(frozen=True)
class Wanted:
    """What a batch is to make of each unit; ``forms`` are the annexes that are filled in, of ``annexes`` altogether.

    ``converted`` are those that LibreOffice prints. ``pack``: archives, too. ``force``: whether it is there or not.
    """

    forms: tuple[int, ...]
    annexes: int
    formats: tuple[str, ...]
    keys: Keys
    converted: frozenset[int] = frozenset()
    pack: bool = False
    force: bool = False


class Planner:
    """Compares units with what is remembered of them.

    ``reasons`` counts why files are made; ``touched``: some file was only found right by its checksum.
    """

    def __init__(self, folder: Path, wanted: Wanted, memory: Memory) -> None:
        self._folder, self._wanted, self._memory = folder, wanted, memory
        self.reasons: Counter[str] = Counter()
        self.touched = False

    def item(self, number: int, unit: Unit, name: str) -> Item:
        """What is to be done for a unit whose folder has this name."""
        folder = f"{UNITS}/{name}"
        record = self._memory.take(unit.id)
        there = self._as_written(record.files) if record else ()
        keys = self._keys(unit)
        right = _right(there, keys, folder)
        make = {piece: key for piece, key in keys.items() if self._is_to_be_made(piece, right)}
        self._count(make, record)
        keep = tuple(placed for piece, placed in right.items() if piece not in make)
        archive = None if make else _archive(there, keep, folder)
        keep = (*keep, archive) if archive else keep
        old = tuple(placed for placed in there if placed not in keep)
        pack = self._wanted.pack and archive is None
        if make or old or pack:
            converted = sum(map(self._is_converted, make))
            return Job(number, unit, folder, make, keep, old, pack, sum(map(self._seconds, make)), converted)
        return Record(unit.id, unit.name, keep)

    def left(self, names: Collection[str]) -> Iterator[tuple[Record, bool]]:
        """The units that are not in the roster any more, with the files that nobody has changed.

        False: the unit's name is among ``names`` (those of bad rows), so it has not left.
        """
        for record in self._memory.rest():
            if record.unit:
                there = dataclasses.replace(record, files=self._as_written(record.files))
                yield there, record.name not in names

    def _keys(self, unit: Unit) -> dict[Piece, str]:
        second = values_key(unit)
        pieces = [NOTICE_PIECE, *range(self._wanted.annexes)] if unit.overrides else self._wanted.forms
        return {
            (number, format): self._wanted.keys.of((number, format), unit, second)
            for number in pieces
            for format in FORMATS
        }

    def _is_to_be_made(self, piece: Piece, right: Collection[Piece]) -> bool:
        """Of a format that is not asked for, what is still true stays and what is not goes; nothing is made."""
        return piece[1] in self._wanted.formats and (self._wanted.force or piece not in right)

    def _seconds(self, piece: Piece) -> float:
        number, format = piece
        if self._is_converted(piece):
            return SECONDS_OF_LIBREOFFICE
        return SECONDS_OF_NOTICE if number == NOTICE_PIECE else SECONDS[format]

    def _is_converted(self, piece: Piece) -> bool:
        return piece[1] == "pdf" and piece[0] in self._wanted.converted

    def _as_written(self, files: Iterable[Placed]) -> tuple[Placed, ...]:
        found = [(placed, as_written(self._folder, placed)) for placed in files]
        self.touched = self.touched or any(now and now != before for before, now in found)
        return tuple(now for _before, now in found if now)

    def _count(self, make: Mapping[Piece, str], record: Record | None) -> None:
        earlier = {piece_of(placed.file): placed.file.key for placed in record.files} if record else {}
        for piece, key in make.items():
            self.reasons[reason(earlier.get(piece), key)] += 1


def piece_of(file: MadeFile) -> Piece:
    """Which document a unit's file is."""
    return (file.annex or 0) - 1, file.format


def archive_key(files: Iterable[Placed]) -> str:
    """What an archive of these files is made from."""
    text = "\n".join(f"{placed.file.path} {placed.file.sha256}" for placed in files if placed.file.kind != "archive")
    return sha256(text.encode())[:16]


def as_written(folder: Path, placed: Placed) -> Placed | None:
    """The file as it is now, if it is what docgen wrote; None if it is another one, gone, or outside the folder."""
    path = folder / placed.file.path
    try:
        now = path.stat()
        if now.st_size != placed.file.bytes or ".." in path.parts:
            return None
        if now.st_mtime_ns == placed.mtime:
            return placed
        same = sha256(path.read_bytes()) == placed.file.sha256
        return dataclasses.replace(placed, mtime=now.st_mtime_ns) if same else None
    except OSError:
        return None


def _right(there: Iterable[Placed], keys: Mapping[Piece, str], folder: str) -> dict[Piece, Placed]:
    """The files that are what would be made."""
    return {
        piece: placed
        for placed in there
        if placed.file.key and placed.file.key == keys.get(piece := piece_of(placed.file)) and _is_in(placed, folder)
    }


def _is_in(placed: Placed, folder: str) -> bool:
    return placed.file.path.rpartition("/")[0] == folder


def _archive(there: Iterable[Placed], files: Collection[Placed], folder: str) -> Placed | None:
    """The archive of exactly these files, if it is there."""
    key = archive_key(files)
    archives = (placed for placed in there if placed.file.path == archive_path(folder))
    return next((placed for placed in archives if placed.file.key == key), None)


def archive_path(folder: str) -> str:
    """Beside the unit's folder."""
    return f"{folder}.zip"
