"""Many units' forms, which Typst set as one PDF, cut into a PDF for each: pages, tags, outline, fonts and all.

    cut = Cut(pdf)  →  cut.unit(1), cut.unit(2), … cut.unit(cut.units)

The first form is the blank one. What a unit's file holds depends on its own pages and the blank form's and on nothing
else: the same unit among others, or alone, gives the same bytes.

Every object that goes into a file is one that was expected there. One that names an object of another unit's, or is of
a kind that is not known here, is refused (UncutError), and whoever asked sets that form on its own.
"""

from __future__ import annotations

import base64
import bisect
import functools
import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.frozen import dataclass
from docgen.render.pdf.cut_fonts import BatchFont, UnitFont
from docgen.render.pdf.cut_pages import Page, page_of
from docgen.render.pdf.cut_tags import Tags, UnitTags
from docgen.render.pdf.deflated import deflated
from docgen.render.pdf.objects import (
    Objects,
    UncutError,
    as_stream,
    entry,
    number_in,
    read_objects,
    references,
    renamed,
    written,
)


@dataclass(frozen=True)
class _Unit:
    """The numbers of what is a unit's own: its pages, its entry in the outline, its tags."""

    pages: Sequence[int]
    heading: int
    tags: UnitTags


class Cut:
    """See above. Raises UncutError if the file as a whole is not as expected."""

    def __init__(self, data: bytes) -> None:
        self._objects = objects = read_objects(data)
        self._root = number_in(objects.trailer, rb"/Root")
        self._tree = number_in(objects[self._root], rb"/Pages")
        self._outline = number_in(objects[self._root], rb"/Outlines")
        self._tags = Tags(objects, number_in(objects[self._root], rb"/StructTreeRoot"))
        self._units = [*self._found_units()]
        self._fonts: dict[int, BatchFont] = {}
        self._fix_glyphs()

    @property
    def units(self) -> int:
        """How many there are behind the blank form; they are numbered from 1."""
        return len(self._units) - 1

    def pages(self, number: int) -> int:
        """How many pages a unit's form has."""
        return len(self._units[number].pages)

    def unit(self, number: int) -> bytes:
        """The file of a unit. Raises UncutError if it holds what cannot be cut out."""
        unit = self._units[number]
        pages = [page_of(self._objects[self._content(page)]) for page in unit.pages]
        fonts = self._fonts_for(unit.pages, pages)
        bodies = {**self._heading(unit), **dict(self._tags.bodies(unit.tags, unit.pages))}
        bodies |= self._page_bodies(unit, pages, fonts)
        for font in fonts.values():
            bodies |= font.bodies
        return self._file(bodies, len(pages))

    # ---------------------------------------------------------------- what is whose

    def _found_units(self) -> Iterator[_Unit]:
        """Each form has one entry in the outline, which leads to its first page."""
        objects = self._objects
        pages = [*references(entry(objects[self._tree], rb"/Kids(\[[^\]]*\])"))]
        if any(b"/Type/Page/" not in objects[page] or b"/Annots" in objects[page] for page in pages):
            raise UncutError("pages")
        headings = [*self._headings()]
        starts = [pages.index(number_in(objects[self._goal(heading)], rb"\[")) for heading in headings]
        if starts[0] != 0 or starts != sorted(set(starts)):
            raise UncutError("outline")
        unit_of_page = {page: bisect.bisect(starts, at) - 1 for at, page in enumerate(pages)}
        tags = self._tags.by_unit(unit_of_page, len(starts))
        for heading, start, end, own in zip(headings, starts, [*starts[1:], len(pages)], tags, strict=True):
            yield _Unit(pages[start:end], heading, own)

    def _headings(self) -> Iterator[int]:
        """The entries of the outline."""
        at = number_in(self._objects[self._outline], rb"/First")
        while True:
            yield at
            if b"/First" in self._objects[at]:
                raise UncutError("headings below headings")
            if b"/Next" not in self._objects[at]:
                return
            at = number_in(self._objects[at], rb"/Next")

    def _goal(self, heading: int) -> int:
        return number_in(self._objects[heading], rb"/Dest")

    def _content(self, page: int) -> int:
        return number_in(self._objects[page], rb"/Contents")

    def _resources(self, page: int) -> int:
        return number_in(self._objects[page], rb"/Resources")

    # ---------------------------------------------------------------- fonts

    def _fix_glyphs(self) -> None:
        """The blank form's glyphs are in every file."""
        shown: dict[int, set[int]] = {}
        for page in self._units[0].pages:
            names = self._fonts_of(page)
            for name, glyphs in page_of(self._objects[self._content(page)]).shown.items():
                shown.setdefault(names[name], set()).update(glyphs)
        for font, found in shown.items():
            self._font(font).fix(found)

    def _fonts_of(self, page: int) -> Mapping[bytes, int]:
        """The page's name of each font → the number of the font."""
        return _fonts_in(self._objects[self._resources(page)])

    def _font(self, number: int) -> BatchFont:
        if number not in self._fonts:
            self._fonts[number] = BatchFont(self._objects, number)
        return self._fonts[number]

    def _fonts_for(self, numbers: Sequence[int], pages: Sequence[Page]) -> dict[int, UnitFont]:
        """The unit's fonts, by the numbers of those that they are made from."""
        own: dict[int, dict[int, None]] = {}
        for at, page in zip(numbers, pages, strict=True):
            for name, number in self._fonts_of(at).items():
                fixed = self._font(number).fixed
                others = (glyph for glyph in page.shown.get(name, ()) if glyph >= fixed)
                own.setdefault(number, {}).update(dict.fromkeys(others))
        return {number: self._font(number).with_glyphs([*glyphs]) for number, glyphs in own.items()}

    # ---------------------------------------------------------------- objects

    def _heading(self, unit: _Unit) -> dict[int, bytes]:
        """An outline of one entry."""
        ends = (unit.heading, unit.heading)
        return {
            self._outline: b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count 1>>" % ends,
            unit.heading: re.sub(rb"/(?:Next|Prev) \d+ 0 R", b"", self._objects[unit.heading]),
        }

    def _page_bodies(self, unit: _Unit, pages: Sequence[Page], fonts: Mapping[int, UnitFont]) -> dict[int, bytes]:
        objects = self._objects
        kids = b" ".join(b"%d 0 R" % page for page in unit.pages)
        bodies = {self._tree: b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids)}
        for at, (number, page) in enumerate(zip(unit.pages, pages, strict=True)):
            content = self._content(number)
            changed = page.with_glyphs({name: fonts[font].glyphs for name, font in self._fonts_of(number).items()})
            bodies[number] = re.sub(rb"/StructParents \d+", b"/StructParents %d" % at, objects[number])
            bodies[content] = as_stream(b"", deflated(changed)) if changed else objects[content]
        named = [self._goal(unit.heading), *map(self._resources, unit.pages)]
        return bodies | {number: objects[number] for number in _reached(objects, named, {*bodies, *fonts})}

    def _file(self, bodies: Mapping[int, bytes], pages: int) -> bytes:
        """The file of these objects, in their order, and of the properties that are the same in all files."""
        objects = self._objects
        info, metadata = number_in(objects.trailer, rb"/Info"), number_in(objects[self._root], rb"/Metadata")
        numbers = {old: new for new, old in enumerate([*bodies, info, metadata, self._root], 1)}
        *own, root = renamed([*bodies.values(), objects[self._root]], numbers)
        instance = base64.b64encode(hashlib.sha256(b"\n".join(own)).digest()[:16])
        document = entry(objects.trailer, rb"/ID\[\(([^()]*)\)")
        trailer = b"/Root %d 0 R/Info %d 0 R" % (numbers[self._root], numbers[info])
        trailer += b"/ID[(%s)(%s)]" % (document, instance)
        return written(
            objects.head, [*own, objects[info], _properties(objects[metadata], instance, pages), root], trailer
        )


@functools.lru_cache(maxsize=1024)
def _fonts_in(resources: bytes) -> Mapping[bytes, int]:
    listed = re.search(rb"/Font<<([^<>]*)>>", resources)
    return {name: int(number) for name, number in re.findall(rb"/(\w+) (\d+) 0 R", listed[1] if listed else b"")}


def _reached(objects: Objects, named: Iterable[int], known: set[int]) -> Iterator[int]:
    """These objects and all that they name, but for what is known."""
    waiting = [*dict.fromkeys(named)]
    seen = known | set(waiting)
    for number in waiting:
        if b"/Subtype/Form" in objects[number] or b"/Type/Page" in objects[number]:
            raise UncutError("a page within a page")
        yield number
        new = [other for other in dict.fromkeys(references(objects[number])) if other not in seen]
        seen.update(new)
        waiting += new


def _properties(metadata: bytes, instance: bytes, pages: int) -> bytes:
    """The properties in XML, with the number of pages and the mark of this very file."""
    head, word, xml = metadata.partition(b"\nstream\n")
    if not word or b"/Filter" in head:
        raise UncutError("properties")
    xml = xml.removesuffix(b"\nendstream")
    xml = re.sub(rb"(?<=<xmpTPg:NPages>)\d+", b"%d" % pages, xml)
    xml = re.sub(rb"(?<=<xmpMM:InstanceID>)[^<]*", instance, xml)
    return re.sub(rb"/Length \d+", b"/Length %d" % len(xml), head) + word + xml + b"\nendstream"
