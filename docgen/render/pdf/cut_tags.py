"""The tags of many units' forms (what a screen reader goes by), taken apart by unit.

Typst numbers the tags in the order of the pages, a tag behind those within it, so a unit's are in one range.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from docgen.frozen import dataclass
from docgen.render.pdf.objects import Objects, UncutError, entry, number_in, references


@dataclass(frozen=True)
class UnitTags:
    """The numbers of a unit's tags; ``top`` are those that stand in no other."""

    all: range
    top: Sequence[int]


class Tags:
    """The tree of tags of which ``root`` is the number. Raises UncutError if it is not as expected."""

    def __init__(self, objects: Objects, root: int) -> None:
        self._objects, self._root = objects, root
        self._document = number_in(objects[root], rb"/K")
        table = entry(objects[root], rb"/ParentTree<</Nums\[([^\]]*)\]")
        self._of_page = {int(page): int(number) for page, number in re.findall(rb"(\d+) (\d+) 0 R", table)}
        # Cells that others call their headers have names: (U1x0y0) is in the first table.
        named = re.findall(rb"(\(U\d+x\d+y\d+\))(\d+) 0 R", objects[root])
        self._headers = [(name, int(number)) for name, number in named]

    def by_unit(self, unit_of_page: Mapping[int, int], units: int) -> list[UnitTags]:
        """The tags of each unit, by the numbers of the objects of its pages."""
        owned: list[list[int]] = [[] for _unit in range(units)]
        begin = before = max(self._of_page.values()) + 1
        for child in references(entry(self._objects[self._document], rb"/K(\[[^\]]*\])")):
            tags = b"".join(self._objects.bodies[begin : child + 1])
            owned[unit_of_page[number_in(tags, rb"/Pg")]].append(child)
            begin = child + 1
        ends = [before, *(max(own, default=0) + 1 for own in owned)]
        if 1 in ends or ends != sorted(ends):
            raise UncutError("tags")
        return [UnitTags(range(*between), own) for between, own in zip(itertools.pairwise(ends), owned, strict=True)]

    def bodies(self, unit: UnitTags, pages: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The objects of a unit's tree."""
        objects = self._objects
        lists = [self._of_page[int(entry(objects[page], rb"/StructParents (\d+)"))] for page in pages]
        headers = [(name, number) for name, number in self._headers if number in unit.all]
        tables = dict.fromkeys(name.partition(b"x")[0] for name, _number in headers)
        names = {name: b"(U%d" % at for at, name in enumerate(tables, 1)}
        yield self._root, _renumbered(self._root_of(lists, headers), names)
        yield from ((number, objects[number]) for number in lists)
        yield from ((number, _renumbered(objects[number], names)) for number in unit.all)
        top = b" ".join(b"%d 0 R" % child for child in unit.top)
        yield self._document, re.sub(rb"/K\[[^\]]*\]", b"/K[%s]" % top, objects[self._document])

    def _root_of(self, lists: Sequence[int], headers: Sequence[tuple[bytes, int]]) -> bytes:
        """``lists`` are the numbers of what is tagged on each page."""
        roles = entry(self._objects[self._root], rb"(/RoleMap<<[^<>]*>>)")
        nums = b" ".join(b"%d %d 0 R" % numbered for numbered in enumerate(lists))
        named = b"".join(b"%s%d 0 R" % header for header in headers)
        named = b"/IDTree<</Names[%s]>>" % named if named else b""
        tree = b"/K[%d 0 R]/ParentTree<</Nums[%s]>>%s/ParentTreeNextKey %d" % (self._document, nums, named, len(lists))
        return b"<</Type/StructTreeRoot%s%s>>" % (roles, tree)


def _renumbered(body: bytes, names: Mapping[bytes, bytes]) -> bytes:
    """With the tables' own numbers in this file. Raises UncutError for a table of another unit's."""
    if b"(U" not in body:
        return body
    try:
        return re.sub(rb"\(U\d+(?=x\d+y\d+\))", lambda found: names[found[0]], body)
    except KeyError as error:
        raise UncutError(f"table {error}") from error
