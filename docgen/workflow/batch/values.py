"""Which values tell units apart, and whose each is: an index on disk, small enough for any number of units.

A value tells units apart if one unit alone has it and it is long enough not to stand anywhere by chance: a name, a
code, a telephone number. The index holds no value, only a number for each (a hash of 64 bits) with its owner, sorted.
"""

from __future__ import annotations

import bisect
import contextlib
import hashlib
import itertools
import mmap
import re
import shutil
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from docgen.frozen import dataclass
from docgen.roster.unit import Unit, Value

LONGEST = 64
"""Of a longer value its beginning is looked for."""

_ENOUGH = 5
_WEIGHT_OF_CHINESE = 2.5
"""Two Chinese characters say as much as five Latin letters or digits; what says less may stand anywhere by chance."""

_BETWEEN = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029;；、]")

_BUCKETS = 64
"""By the first six bits of the hash."""

_ENTRY, _HASH, _OWNER = struct.Struct("=QI"), struct.Struct("=Q"), struct.Struct("=I")


def squeezed(text: str) -> str:
    """A text as it is compared: without white space, which line breaks add and take away, capitals as small letters."""
    return "".join(text.split()).casefold()


def telling(unit: Unit) -> set[str]:
    """The values of a unit that may tell it apart, as they are compared."""
    texts = (value for value in values_of(unit) if isinstance(value, str))
    return {line[:LONGEST] for text in texts for line in lines_of(text) if _tells(line)}


def values_of(unit: Unit) -> Iterator[Value]:
    """All values of a unit, column by column."""
    yield from (unit.id, unit.name)
    for mapping in (unit.values, unit.fields, unit.overrides):
        yield from mapping.values()


def lines_of(value: str) -> set[str]:
    """What stands on lines of its own when a value is printed, squeezed: the entries of a list as well."""
    whole = squeezed(value)
    if len(whole) == len(value) and not _BETWEEN.search(value):
        return {whole} if whole else set()
    return {line for line in map(squeezed, _BETWEEN.split(value)) if line}


def _tells(line: str) -> bool:
    return len(line) >= _ENOUGH or sum(_WEIGHT_OF_CHINESE if char >= "\u2e80" else 1 for char in line) >= _ENOUGH


@dataclass(frozen=True)
class IndexFile:
    """Where the index is, how many values it knows, and how long those are that begin with two certain characters."""

    path: Path
    count: int
    lengths: Mapping[str, tuple[int, ...]]


class ValueIndex:
    """The index, open for looking values up."""

    def __init__(self, index: IndexFile) -> None:
        self.lengths = index.lengths
        with index.path.open("rb") as file:
            # An empty file cannot be mapped.
            self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) if index.count else None
        whole = memoryview(self._map) if self._map is not None else memoryview(b"")
        middle = 8 * index.count
        self._hashes = whole[:middle].cast("Q")
        self._owners = whole[middle:].cast("I")

    def owner(self, value: str) -> int | None:
        """The number of the unit that alone has this value."""
        wanted = _hash(value)
        at = bisect.bisect_left(self._hashes, wanted)
        return self._owners[at] if at < len(self._hashes) and self._hashes[at] == wanted else None


def make_index(units: Iterable[tuple[int, Unit]], work: Path) -> IndexFile:
    """The index of all units, each with its number; ``work`` is a folder to put it into."""
    lengths: defaultdict[str, set[int]] = defaultdict(set)
    with contextlib.ExitStack() as files:
        buckets = [files.enter_context((work / f"values-{n}").open("w+b")) for n in range(_BUCKETS)]
        for number, unit in units:
            for value in telling(unit):
                hashed = _hash(value)
                buckets[hashed >> 58].write(_ENTRY.pack(hashed, number))
                lengths[value[:2]].add(len(value))
        path = work / "values"
        count = _write_sorted(buckets, path)
    return IndexFile(path, count, {start: tuple(sorted(found)) for start, found in lengths.items()})


def _write_sorted(buckets: Iterable[BinaryIO], path: Path) -> int:
    """All hashes in order, then the owner of each; returns how many."""
    count = 0
    owners = path.with_name("owners")
    with path.open("wb") as out, owners.open("w+b") as beside:
        for hashed, owner in _of_one_unit(buckets):
            out.write(_HASH.pack(hashed))
            beside.write(_OWNER.pack(owner))
            count += 1
        beside.seek(0)
        shutil.copyfileobj(beside, out)
    owners.unlink()
    return count


def _of_one_unit(buckets: Iterable[BinaryIO]) -> Iterator[tuple[int, int]]:
    """Hash and owner of each value that one unit alone has, by hash; a bucket at a time is in memory."""
    for bucket in buckets:
        bucket.seek(0)
        entries = sorted(set(_ENTRY.iter_unpack(bucket.read())))
        for hashed, same in itertools.groupby(entries, key=lambda entry: entry[0]):
            owners = [owner for _hashed, owner in same]
            if len(owners) == 1:
                yield hashed, owners[0]


def _hash(value: str) -> int:
    digest = hashlib.blake2b(value.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big")
