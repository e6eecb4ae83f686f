"""Fonts made on the spot: every glyph is a box; names, weight and coverage are as a test wants them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.basePen import BasePen
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


# ---------------------------------------------------------------- with outlines of their own


def make_truetype(folder: Path, like: Path, families: Iterable[str], text: str, parts: str = "") -> list[Path]:
    """A font file for each family: for the characters of ``text`` the shapes of the font ``like``, with straight edges.

    Those in ``parts``, and what that font lacks, are put together of 口, smaller, and of 一; all others have a box.
    """
    with TTFont(like, fontNumber=0, lazy=True) as font:
        drawn, known = font.getGlyphSet(), font.getBestCmap()
        shapes = {char: _straight(drawn, known[ord(char)]) for char in {*text, *"口一"} if ord(char) in known}
        lacking = sorted({*text} - shapes.keys())
        shapes |= {char: _put_together(20 * number) for number, char in enumerate([*parts, *lacking], 1)}
        names = {char: f"u{ord(char):X}" for char in shapes}
        widths = {names[char]: font["hmtx"][known[ord(char)]][0] for char in shapes if ord(char) in known}
        made = FontBuilder(font["head"].unitsPerEm)
    glyphs = {".notdef": _box(0), "box": _box(100), **{names[char]: glyph for char, glyph in shapes.items()}}
    made.setupGlyphOrder([*glyphs])
    made.setupCharacterMap({ord(char): names.get(char, "box") for char in {*COMMON, *shapes}})
    made.setupGlyf(glyphs)
    made.setupHorizontalMetrics({name: (widths.get(name, 1000), made.font["glyf"][name].xMin) for name in glyphs})
    made.setupHorizontalHeader(ascent=880, descent=-120)
    made.setupOS2(usWeightClass=400, sTypoAscender=880, sTypoDescender=-120)
    made.setupPost()
    return [_named(made, folder / f"{number}.ttf", family) for number, family in enumerate(families)]


def _named(font: FontBuilder, path: Path, family: str) -> Path:
    font.setupNameTable({"familyName": family, "styleName": "Regular", "psName": path.stem})
    font.save(str(path))
    return path


def _straight(glyphs: Any, name: str) -> Any:
    """A glyph with its corners and without its curves."""
    pen = TTGlyphPen(None)
    glyphs[name].draw(_Straight(glyphs, pen))
    return pen.glyph()


def _put_together(number: int) -> Any:
    """Another one for each number."""
    pen = TTGlyphPen({"u53E3": None, "u4E00": None})
    pen.addComponent("u53E3", (0.75, 0, 0, 0.5, number, 300))
    pen.addComponent("u4E00", (1, 0, 0, 1, 0, -number))
    return pen.glyph()


class _Straight(BasePen):
    def __init__(self, glyphs: Any, pen: TTGlyphPen) -> None:
        super().__init__(glyphs)
        self._moveTo, self._lineTo, self._closePath, self._endPath = (
            pen.moveTo,
            pen.lineTo,
            pen.closePath,
            pen.closePath,
        )

    def _curveToOne(self, _first: Any, _second: Any, end: Any) -> None:  # noqa: N802, as fontTools calls it
        self._lineTo(end)
