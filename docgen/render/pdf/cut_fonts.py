"""The fonts of many units' pages, made into fonts for the pages of one: with no glyph that only others need.

The first pages are the blank form's. Its glyphs are in every unit's font and keep their numbers; behind them stand
those of the unit's own values, in the order in which its pages show them. So a font says nothing of other units, and
does not depend on which they are.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.frozen import dataclass
from docgen.render.pdf.cff import Cff
from docgen.render.pdf.deflated import deflated
from docgen.render.pdf.glyf import TrueType
from docgen.render.pdf.objects import Objects, UncutError, as_stream, entry, number_in, stream_of
from docgen.render.pdf.outlines import FixedGlyphs, Outlines, UnknownFontError

_LINES = 100
"""A table of characters has its lines in blocks of so many at most."""

_CFF, _WIDTHS = b"/Subtype/CIDFontType0C", rb"/DW 0(?:/CIDToGIDMap/Identity)?/W\[([^\[\]]*)\]"


@dataclass(frozen=True)
class UnitFont:
    """The objects of a font by their numbers among all; ``glyphs``: what the unit's own glyphs are called now."""

    bodies: Mapping[int, bytes]
    glyphs: Mapping[int, int]


class BatchFont:
    """A font of all units' pages; ``font`` is the number of its object. Raises UncutError for one of another kind."""

    def __init__(self, objects: Objects, font: int) -> None:
        glyphs = number_in(objects[font], rb"/DescendantFonts")
        descriptor = number_in(objects[glyphs], rb"/FontDescriptor")
        self._numbers = (
            font,
            glyphs,
            descriptor,
            number_in(objects[descriptor], rb"/CIDSet"),
            number_in(objects[font], rb"/ToUnicode"),
            number_in(objects[descriptor], rb"/FontFile[23]"),
        )
        self._heads = (objects[font], objects[glyphs], objects[descriptor])
        self._kind, self._outlines = _outlines(objects[self._numbers[-1]], objects[glyphs], objects[descriptor])
        self._name = entry(objects[glyphs], rb"/BaseFont/([A-Z]{6}\+[^/]+)")
        self._widths = _widths(entry(objects[glyphs], _WIDTHS), len(self._outlines.glyphs))
        self._characters = stream_of(objects[self._numbers[-2]])
        self._texts = {int(code, 16): text for code, text in re.findall(rb"<(\w{4})> <(\w+)>\n", self._characters)}
        self.fixed = 1

    def fix(self, glyphs: Iterable[int]) -> None:
        """These are the glyphs of the blank form. Raises UncutError if they are not the first of the font."""
        found = {0, *glyphs}
        if found != set(range(len(found))):
            raise UncutError("glyphs in another order")
        self.fixed = len(found)

    def with_glyphs(self, others: Sequence[int]) -> UnitFont:
        """The font for pages that show ``others`` besides the blank form's glyphs."""
        return self._font_of(tuple(others)) if others else self._blank

    @functools.cached_property
    def _blank(self) -> UnitFont:
        """In most typefaces a unit needs no more glyphs than the blank form."""
        return self._font_of(())

    @functools.cached_property
    def _fixed(self) -> FixedGlyphs:
        return self._outlines.fixed(self.fixed)

    def _font_of(self, others: tuple[int, ...]) -> UnitFont:
        file, count, numbers = self._outlines.with_glyphs(self._fixed, others)
        shown = {number: number for number in range(self.fixed)} | dict(zip(numbers, others, strict=True))
        own = b"".join(self._outlines.glyphs[glyph] for glyph in others)
        tag = bytes(65 + byte % 26 for byte in hashlib.sha256(self._fixed.digest + own).digest()[:6])
        font, cids, descriptor = (head.replace(self._name, tag + self._name[6:]) for head in self._heads)
        bodies = (
            font,
            re.sub(rb"/W\[[^\[\]]*\]", b"/W[%s]" % self._widths_of(shown, count), cids),
            re.sub(rb"/FontBBox\[[^\[\]]*\]", b"/FontBBox[%d %d %d %d]" % self._box(shown), descriptor),
            as_stream(b"", deflated(_set_of_all(count))),
            as_stream(b"/Type/CMap/WMode 0", deflated(self._characters_of(shown))),
            as_stream(self._kind, file.deflated()),
        )
        return UnitFont(dict(zip(self._numbers, bodies, strict=True)), dict(zip(others, numbers, strict=True)))

    def _box(self, shown: Mapping[int, int]) -> tuple[int, ...]:
        left, bottom, right, top = self._outlines.box(shown.values())
        return math.floor(left), math.floor(bottom), math.ceil(right), math.ceil(top)

    def _widths_of(self, shown: Mapping[int, int], count: int) -> bytes:
        """What only parts of glyphs are made of is not shown and has no width."""
        return _as_widths([self._widths[shown[number]] if number in shown else b"0" for number in range(count)])

    def _characters_of(self, shown: Mapping[int, int]) -> bytes:
        """The table of characters with the lines of these glyphs, under their new numbers."""
        lines = [
            b"<%04X> <%s>\n" % (number, self._texts[glyph])
            for number, glyph in sorted(shown.items())
            if glyph in self._texts
        ]
        head = re.split(rb"\d+ beginbfchar\n", self._characters, maxsplit=1)[0]
        tail = self._characters.rpartition(b"endbfchar\n")[2]
        blocks = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
        table = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
        return head + table + tail


def _outlines(file: bytes, cids: bytes, descriptor: bytes) -> tuple[bytes, Outlines]:
    """What a font's file says of its kind, and the font."""
    is_cff = b"/FontFile3 " in descriptor
    told, where = (_CFF, file[:200]) if is_cff else (b"/CIDToGIDMap/Identity", cids)
    if told not in where:
        raise UncutError("kind of font")
    try:
        data = stream_of(file)
        return (_CFF, Cff(data)) if is_cff else (b"", TrueType(data))
    except UnknownFontError as error:
        raise UncutError(str(error)) from error


def _widths(entries: bytes, count: int) -> list[bytes]:
    """The width of each glyph, from ``first last width …``; 0 where none is given."""
    widths = [b"0"] * count
    for first, last, width in itertools.zip_longest(*[iter(entries.split())] * 3):
        widths[int(first) : int(last) + 1] = [width] * (int(last) + 1 - int(first))
    return widths


def _as_widths(widths: Sequence[bytes]) -> bytes:
    return b" ".join(_runs(widths))


def _runs(widths: Sequence[bytes]) -> Iterator[bytes]:
    at = 0
    for width, run in itertools.groupby(widths):
        end = at + len([*run])
        yield b"%d %d %s" % (at, end - 1, width)
        at = end


def _set_of_all(count: int) -> bytes:
    """A bit for each glyph, the first one highest."""
    return ((1 << count) - 1 << -count % 8).to_bytes(-(-count // 8), "big")
