"""Ink (着墨): where a glyph really leaves its mark within its em box, from the outlines in the font file.

The standard speaks of the upper edge of a mark and of gaps between lines; an em box is larger than its ink by a
twentieth above and below, which at 46 pt is most of a millimetre.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.world.fonts import Face, FontSet


@dataclass(frozen=True)
class Bounds:
    """Ink of a glyph relative to its origin on the baseline, as shares of the em, y upwards."""

    left: float
    bottom: float
    right: float
    top: float


class Ink:
    """Outlines of the glyphs of a font set, found by the PostScript name that a PDF gives."""

    def __init__(self, fonts: FontSet) -> None:
        faces = [(face.path, face.index) for face in (*fonts.faces.values(), *fonts.fallbacks)]
        self._fonts = {_name(*face): face for face in dict.fromkeys(faces)}

    def name(self, face: Face) -> str:
        """What ``known_as`` calls the face."""
        return _name(face.path, face.index)

    def known_as(self, font: str) -> str:
        """The PostScript name of the font that a PDF calls ``ABCDEF+Name``; LibreOffice goes by the outlines' name."""
        name = font.rpartition("+")[2].removesuffix("-Identity-H")
        if name in self._fonts:
            return name
        return next((known for known, face in self._fonts.items() if name.startswith(_outlines_name(*face))), name)

    def bounds(self, font: str, character: str) -> Bounds | None:
        """Ink of ``character`` in the font known as ``font``; None: it leaves none, or the font is not known."""
        return _bounds(*self._fonts[font], character) if font in self._fonts else None


@functools.cache
def _name(path: Path, index: int) -> str:
    return str(_font(path, index)["name"].getDebugName(6))


@functools.cache
def _outlines_name(path: Path, index: int) -> str:
    font = _font(path, index)
    return str(font["CFF "].cff.fontNames[0]) if "CFF " in font else _name(path, index)


@functools.cache
def _font(path: Path, index: int) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(path, fontNumber=index if path.suffix in (".ttc", ".otc") else -1, lazy=True)


@functools.lru_cache(maxsize=20_000)
def _bounds(path: Path, index: int, character: str) -> Bounds | None:
    from fontTools.pens.boundsPen import BoundsPen

    font = _font(path, index)
    name = font.getBestCmap().get(ord(character)) if len(character) == 1 else None
    if name is None:
        return None
    pen = BoundsPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    if pen.bounds is None:
        return None
    return Bounds(*(value / font["head"].unitsPerEm for value in pen.bounds))
