"""What a font gives to those who cut a batch's pages apart, whatever kind of outlines it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, Protocol

from docgen.render.pdf.deflated import Pieces


class UnknownFontError(Exception):
    """The font is not as Typst embeds it; the message says what was met."""


class PutTogether(NamedTuple):
    """A font with fewer glyphs: its file, how many glyphs are in it, which numbers those have that were asked for."""

    file: Pieces
    glyphs: int
    numbers: Sequence[int]


class FixedGlyphs(Protocol):
    """The first glyphs of a font, which stand in all that are put together of it."""

    @property
    def digest(self) -> bytes:
        """A checksum of their outlines."""


class Outlines(Protocol):
    """A font taken apart."""

    @property
    def glyphs(self) -> Sequence[bytes]:
        """The outlines, by number."""

    def box(self, glyphs: Iterable[int]) -> tuple[float, ...]:
        """A box that holds these glyphs: left, bottom, right, top, in thousandths of the size."""

    def fixed(self, count: int) -> FixedGlyphs:
        """The first ``count`` glyphs."""

    def with_glyphs(self, fixed: Any, others: Sequence[int]) -> PutTogether:
        """A font with the ``fixed`` glyphs of this one, under their numbers, and with these others."""
