"""Lengths with their unit in the type: ``Mm(24)`` and ``Pt(16)`` cannot be mixed up by accident.

GB/T 9704-2012 speaks of millimetres, characters (字) and lines (行); Word files speak of twentieths of a point
and Typst of points. Everything is kept in ``Mm`` or ``Pt`` and converted where a format is written.
"""

from __future__ import annotations

POINTS_PER_MM = 72 / 25.4
MM_PER_POINT = 25.4 / 72


class Pt(float):
    """A length in points (1/72 inch)."""

    @property
    def mm(self) -> Mm:
        """The same length in millimetres."""
        return Mm(self / POINTS_PER_MM)

    @property
    def twips(self) -> int:
        """Twentieths of a point, as WordprocessingML counts."""
        return round(self * 20)


class Mm(float):
    """A length in millimetres."""

    @property
    def pt(self) -> Pt:
        """The same length in points."""
        return Pt(self * POINTS_PER_MM)

    @property
    def twips(self) -> int:
        """Twentieths of a point, as WordprocessingML counts."""
        return self.pt.twips
