"""The fonts of many units' pages, made into fonts for the pages of one: with no glyph that only others need.

The first pages are the blank form's. Its glyphs are in every unit's font and keep their numbers; behind them stand
those of the unit's own values, in the order in which its pages show them. So a font says nothing of other units, and
does not depend on which they are.
"""

from __future__ import annotations

import functools
import hashlib
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.frozen import dataclass
from docgen.render.pdf.cff import Cff, Fixed, UnknownFontError
from docgen.render.pdf.deflated import deflated
from docgen.render.pdf.objects import Objects, UncutError, as_stream, entry, number_in, stream_of

_LINES = 100
"""A table of characters has its lines in blocks of so many at most."""


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
            number_in(objects[descriptor], rb"/FontFile3"),
        )
        self._heads = (objects[font], objects[glyphs], objects[descriptor])
        self._cff = _cff(objects[self._numbers[-1]])
        self._name = entry(objects[glyphs], rb"/BaseFont/([A-Z]{6}\+[^/]+)")
        self._widths = _widths(entry(objects[glyphs], rb"/DW 0/W\[([^\[\]]*)\]"), len(self._cff.glyphs))
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
    def _fixed(self) -> Fixed:
        return Fixed(self._cff, self.fixed)

    def _font_of(self, others: tuple[int, ...]) -> UnitFont:
        file = self._cff.with_glyphs(self._fixed, others)
        glyphs = [*range(self.fixed), *others]
        own = b"".join(self._cff.glyphs[glyph] for glyph in others)
        tag = bytes(65 + byte % 26 for byte in hashlib.sha256(self._fixed.digest + own).digest()[:6])
        font, cids, descriptor = (head.replace(self._name, tag + self._name[6:]) for head in self._heads)
        bodies = (
            font,
            re.sub(rb"/W\[[^\[\]]*\]", b"/W[%s]" % _as_widths([self._widths[glyph] for glyph in glyphs]), cids),
            re.sub(rb"/FontBBox\[[^\[\]]*\]", b"/FontBBox[%d %d %d %d]" % self._cff.box, descriptor),
            as_stream(b"", deflated(_set_of_all(len(glyphs)))),
            as_stream(b"/Type/CMap/WMode 0", deflated(self._characters_of(glyphs))),
            as_stream(b"/Subtype/CIDFontType0C", file.deflated()),
        )
        return UnitFont(
            dict(zip(self._numbers, bodies, strict=True)),
            {glyph: number for number, glyph in enumerate(others, self.fixed)},
        )

    def _characters_of(self, glyphs: Sequence[int]) -> bytes:
        """The table of characters with the lines of these glyphs, under their new numbers."""
        lines = [
            b"<%04X> <%s>\n" % (number, self._texts[glyph])
            for number, glyph in enumerate(glyphs)
            if glyph in self._texts
        ]
        head = re.split(rb"\d+ beginbfchar\n", self._characters, maxsplit=1)[0]
        tail = self._characters.rpartition(b"endbfchar\n")[2]
        blocks = [lines[at : at + _LINES] for at in range(0, len(lines), _LINES)]
        table = b"".join(b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(block)) for block in blocks)
        return head + table + tail


def _cff(file: bytes) -> Cff:
    if b"/Subtype/CIDFontType0C" not in file[:200]:
        raise UncutError("kind of font")
    try:
        return Cff(stream_of(file))
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
