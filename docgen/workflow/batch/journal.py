"""What a batch remembers of the units it has finished: their files, as they were put in place.

In the campaign's folder, ``.docgen/units.jsonl`` holds a line for each unit. While a batch runs, whoever makes files
writes the line of a unit to a journal of its own first and puts the files in place then. So after kill -9 each line
is checked against its files: those that are there as it says are finished, the others were not. A torn line is none.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import os
import time
from array import array
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from docgen.frozen import dataclass
from docgen.workflow.batch.numbers import Numbers
from docgen.workflow.manifest import MadeFile, files_of_units

STATE = ".docgen"
_UNITS = "units.jsonl"
_JOURNAL = "journal-"
_SAFE_EVERY = 5.0
"""Seconds between two times that a journal is forced to the disk."""

_START = b'{"at": "'
_DIGEST = 16


@dataclass(frozen=True)
class Placed:
    """A file in its place, and when the file system says that it was written last (ns; 0: not known)."""

    file: MadeFile
    mtime: int = 0


@dataclass(frozen=True)
class Record:
    """A unit's files. The archive of all units is the only file of a record without unit."""

    unit: str
    name: str
    files: tuple[Placed, ...]


class Memory:
    """The records of earlier batches, left on disk; each can be taken once."""

    def __init__(self, folder: Path) -> None:
        state = folder / STATE
        paths = [path for path in (state / _UNITS, *_journals(state)) if path.is_file()]
        self.unfinished = any(path.name != _UNITS for path in paths)
        self._files: list[BinaryIO] = [path.open("rb") for path in paths]
        lines = sorted(line for number in range(len(paths)) for line in self._lines(number))
        # Of several lines of a unit the last one counts, which is in the last file and furthest behind.
        last = [line for line, after in itertools.pairwise([*lines, -1]) if line >> 64 != after >> 64]
        self._units = Numbers(line >> 64 for line in last)
        self._places = array("Q", (line & _PLACE for line in last))
        self._taken = bytearray(len(last))

    def take(self, unit: str) -> Record | None:
        """The record of a unit, if there is one; it is gone then."""
        digest = int(_digest(unit), 16)
        at = self._units.first(digest)
        if at == len(self._units) or self._units[at] != digest or self._taken[at]:
            return None
        self._taken[at] = True
        record = self._read(self._places[at])
        return record if record and record.unit == unit else None

    def rest(self) -> Iterator[Record]:
        """The records that nobody has taken, as they stand in the files."""
        places = sorted(place for at, place in enumerate(self._places) if not self._taken[at])
        return (record for place in places if (record := self._read(place)))

    def close(self) -> None:
        """Nothing can be taken any more."""
        for file in self._files:
            file.close()

    def _lines(self, number: int) -> Iterator[int]:
        """The lines of a file: unit, file and offset in one number."""
        offset = 0
        for line in self._files[number]:
            if line.startswith(_START) and line.endswith(b"}\n"):
                unit = int(line[len(_START) : len(_START) + _DIGEST], 16)
                yield unit << 64 | number << 48 | offset
            offset += len(line)

    def _read(self, place: int) -> Record | None:
        file = self._files[place >> 48]
        file.seek(place & _OFFSET)
        return record_of(file.readline())


_PLACE, _OFFSET = 2**64 - 1, 2**48 - 1


class Journal:
    """A process's own journal, to which it adds a unit's line before the unit's files take their places."""

    def __init__(self, folder: Path) -> None:
        state = folder / STATE
        state.mkdir(parents=True, exist_ok=True)
        # The number of a process may come again: what another one wrote stays, and later lines count.
        names = (state / f"{_JOURNAL}{time.time_ns()}-{os.getpid()}-{number}.jsonl" for number in itertools.count())
        self._file = next(path for path in names if not path.exists()).open("xb", buffering=0)
        self._safe = time.monotonic()

    def add(self, record: Record) -> None:
        """Writes the line; from now on kill -9 leaves it there, and a few seconds later a power cut does."""
        self._file.write(line_of(record))
        if time.monotonic() - self._safe > _SAFE_EVERY:
            os.fsync(self._file.fileno())
            self._safe = time.monotonic()

    def close(self) -> None:
        """The journal is complete."""
        self._file.close()


class NewRecords:
    """The records of this batch, one after the other; ``take_over`` puts them in the place of all earlier ones."""

    def __init__(self, folder: Path, work: Path) -> None:
        self._state = folder / STATE
        self._path = work / _UNITS
        self._file = self._path.open("wb")

    def add(self, record: Record) -> None:
        """One more."""
        self._file.write(line_of(record))

    def __iter__(self) -> Iterator[Record]:
        self._file.flush()
        with self._path.open("rb") as lines:
            yield from (record for line in lines if (record := record_of(line)))

    def take_over(self) -> None:
        """From now on this is what is remembered."""
        self.close()
        journals = _journals(self._state)
        self._path.replace(self._state / _UNITS)
        for path in journals:
            path.unlink(missing_ok=True)

    def close(self) -> None:
        """Everything is on the disk."""
        if not self._file.closed:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()


def remembered(folder: Path, work: Path) -> Memory:
    """The records of the batches that were; where only the manifest is left, what it says."""
    if not (folder / STATE / _UNITS).exists() and not _journals(folder / STATE):
        told = NewRecords(folder, work)
        for record in grouped(files_of_units(folder)):
            told.add(record)
        told.take_over()
    return Memory(folder)


def is_finished(folder: Path) -> bool:
    """Whether the last batch came to its end, and what it made is remembered."""
    return (folder / STATE / _UNITS).is_file() and not _journals(folder / STATE)


def has_units(folder: Path) -> bool:
    """Whether a batch was ever built in the folder."""
    return (folder / STATE / _UNITS).exists() or bool(_journals(folder / STATE))


def grouped(files: Iterable[MadeFile]) -> Iterator[Record]:
    """The records of files that stand unit by unit, as they do in a manifest."""
    for unit, together in itertools.groupby(files, key=lambda file: file.unit):
        yield Record(unit or "", "", tuple(Placed(file) for file in together))


# ---------------------------------------------------------------- lines


def line_of(record: Record) -> bytes:
    """A record as a line; it begins with the unit's digest, by which it is found without being read."""
    content = {
        "at": _digest(record.unit),
        "unit": record.unit,
        "name": record.name,
        "files": [_as_data(placed) for placed in record.files],
    }
    return (json.dumps(content, ensure_ascii=False) + "\n").encode()


def record_of(line: bytes) -> Record | None:
    """The record of a line; None if the line is not whole."""
    try:
        content = json.loads(line)
        unit = content["unit"]
        return Record(unit, content["name"], tuple(_placed(file, unit) for file in content["files"]))
    except (ValueError, TypeError, KeyError):
        return None


def _as_data(placed: Placed) -> dict[str, Any]:
    data = {**vars(placed.file), "mtime": placed.mtime}
    del data["unit"]
    return data


def _placed(data: dict[str, Any], unit: str) -> Placed:
    mtime = data.pop("mtime")
    return Placed(MadeFile(**data, unit=unit or None), mtime)


def _digest(unit: str) -> str:
    return hashlib.blake2b(unit.encode("utf-8", "surrogatepass"), digest_size=_DIGEST // 2).hexdigest()


def _journals(state: Path) -> list[Path]:
    """By the time at which they were begun."""
    return sorted(state.glob(f"{_JOURNAL}*.jsonl"))
