"""Which characters a font has, kept as ranges of code points: small in the cache and quick to ask."""

from __future__ import annotations

import bisect
import functools
import unicodedata
from collections.abc import Iterable

from docgen.frozen import dataclass


@dataclass(frozen=True)
class Coverage:
    """``bounds`` are the code points where cover begins and ends, in turn: ``(0x20, 0x7F)`` is ASCII."""

    bounds: tuple[int, ...] = ()

    @classmethod
    def of(cls, codepoints: Iterable[int]) -> Coverage:
        """The coverage of exactly these code points."""
        bounds: list[int] = []
        for point in sorted(set(codepoints)):
            if bounds and bounds[-1] == point:
                bounds[-1] = point + 1
            else:
                bounds += (point, point + 1)
        return cls(tuple(bounds))

    def __contains__(self, character: str) -> bool:
        return bisect.bisect_right(self.bounds, ord(character)) % 2 == 1

    def missing(self, text: str) -> set[str]:
        """The printable characters of ``text`` that the font lacks."""
        return {character for character in printable(text) if character not in self}


def printable(text: str) -> set[str]:
    """The characters of ``text`` that need a glyph: no white space, no controls, no variation selectors."""
    return {character for character in set(text) if _needs_glyph(character)}


def _needs_glyph(character: str) -> bool:
    if character.isspace() or "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return False
    return unicodedata.category(character) not in {"Cc", "Cf"}


@functools.cache
def gb2312(first_row: int = 1, last_row: int = 87) -> str:
    """The characters of GB 2312 by row (区): 1 to 9 symbols, 16 to 55 common, 56 to 87 less common ones."""
    codes = (bytes((0xA0 + row, 0xA0 + cell)) for row in range(first_row, last_row + 1) for cell in range(1, 95))
    return "".join(code.decode("gb2312", "ignore") for code in codes)
