"""The room in a cell: what its width and height are worth in characters and lines."""

from __future__ import annotations

from docgen.document.measure import Mm, Pt
from docgen.frozen import dataclass

PITCH = 1.5
"""Height of a line, in sizes of its text: 18 pt for 12 pt."""
PADDING_AT_SIDES = Mm(1.91)
PADDING_ABOVE_AND_BELOW = Mm(1)


@dataclass(frozen=True)
class Room:
    """A cell's outer width and height, and the size of its text."""

    width: Mm
    height: Mm
    size: Pt

    @property
    def characters(self) -> float:
        """Characters in a line."""
        return Mm(self.width - 2 * PADDING_AT_SIDES).pt / self.size

    @property
    def pitch(self) -> Mm:
        """Height of a line."""
        return Pt(PITCH * self.size).mm

    @property
    def inner_height(self) -> Mm:
        """What the padding leaves."""
        return Mm(self.height - 2 * PADDING_ABOVE_AND_BELOW)
