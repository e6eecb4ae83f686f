"""Fonts made on the spot: every glyph is a box; names, weight and coverage are as a test wants them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

from docgen.world.coverage import gb2312

COMMON = gb2312(16, 55) + "0123456789ABC，。（）"
"""What a font has to have to play a role."""


def make_font(
    path: Path,
    family: str,
    text: str = COMMON,
    *,
    chinese: str = "",
    style: str = "Regular",
    weight: int = 400,
    head: Mapping[str, Any] | None = None,
    licence: str = "",
) -> Path:
    """A font file named ``family`` (and ``chinese``) with a glyph for each character of ``text``."""
    font = FontBuilder(1000)
    font.setupGlyphOrder([".notdef", "box"])
    font.setupCharacterMap({ord(character): "box" for character in text})
    font.setupGlyf({".notdef": _box(0), "box": _box(100)})
    font.setupHorizontalMetrics({".notdef": (1000, 0), "box": (1000, 100)})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    names = {"familyName": family, "styleName": style, "psName": f"{family}-{style}".replace(" ", "")}
    font.setupNameTable({name: {"en": text} for name, text in {**names, "licenseDescription": licence}.items()})
    if chinese:
        font.font["name"].setName(chinese, 1, 3, 1, 0x804)
    font.setupOS2(usWeightClass=weight, sTypoAscender=880, sTypoDescender=-120)
    font.setupPost()
    font.updateHead(**(head or {}))
    path.parent.mkdir(parents=True, exist_ok=True)
    font.save(str(path))
    return path


def make_collection(path: Path, fonts: list[Path]) -> Path:
    """A .ttc of the given font files, which go."""
    collection = TTCollection()
    collection.fonts = [TTFont(str(font)) for font in fonts]
    collection.save(str(path))
    for font in fonts:
        font.unlink()
    return path


def _box(left: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((left, 0))
    pen.lineTo((left, 700))
    pen.lineTo((900, 700))
    pen.lineTo((900, 0))
    pen.closePath()
    return pen.glyph()
