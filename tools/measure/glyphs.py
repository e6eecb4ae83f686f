"""Empty boxes: whether a PDF draws ``.notdef``, the glyph for what a font lacks.

Extracting the text does not show it: a box carries the text of the character that it stands for. So the codes that the
pages draw are held against the embedded fonts. A font of a kind unknown here is a finding too: what cannot be
checked is not passed.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

NOTDEF = ".notdef"


def empty_boxes(pdf: bytes) -> list[str]:
    """``page 3: FandolFang-Regular draws .notdef (code 14)`` …; none for a sound file."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = _Fonts()
        found = [
            f"page {number}: {fault}"
            for number, page in enumerate(opened.pages, 1)
            for fault in _faults(page, page.resources, fonts)
        ]
    return list(dict.fromkeys(found))


# ---------------------------------------------------------------- what is drawn


def _faults(content: Any, resources: Any, fonts: _Fonts) -> Iterator[str]:
    """Goes through a page's drawing, or that of a form on it."""
    import pikepdf

    font, kept = None, []
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "q":
                kept.append(font)
            case "Q":
                font = kept.pop() if kept else None
            case "Tf":
                font = resources.Font[operands[0]]
            case "Tj" | "'" | '"' | "TJ":
                yield from fonts.faults(font, b"".join(_strings(operands)))
            case "Do":
                drawn = resources.XObject[operands[0]]
                if drawn.Subtype == "/Form":
                    yield from _faults(drawn, drawn.get("/Resources", resources), fonts)


def _strings(operands: Any) -> Iterator[bytes]:
    import pikepdf

    for operand in operands:
        if isinstance(operand, pikepdf.String):
            yield bytes(operand)
        elif isinstance(operand, pikepdf.Array):
            yield from _strings(operand)


# ---------------------------------------------------------------- what the fonts have


class _Fonts:
    """For every font of a file: the codes that draw a glyph; read once."""

    def __init__(self) -> None:
        self._known: dict[Any, tuple[str, int, frozenset[int] | None]] = {}

    def faults(self, font: Any, codes: bytes) -> Iterator[str]:
        if font is None:
            yield "text without a font"
            return
        name, width, drawn = self._read(font)
        if drawn is None:
            yield f"{name} is of a kind that cannot be checked"
            return
        for at in range(0, len(codes), width):
            code = int.from_bytes(codes[at : at + width], "big")
            if code not in drawn:
                yield f"{name} draws {NOTDEF} (code {code})"

    def _read(self, font: Any) -> tuple[str, int, frozenset[int] | None]:
        if font.objgen not in self._known:
            name = str(font.get("/BaseFont", "/?")).rpartition("+")[2]
            composite = font.Subtype == "/Type0"
            self._known[font.objgen] = (name, 2 if composite else 1, (_composite if composite else _simple)(font))
        return self._known[font.objgen]


def _composite(font: Any) -> frozenset[int] | None:
    """Codes of a font with two bytes a character, as Typst writes it: the code is the glyph's number."""
    descendant = font.DescendantFonts[0]
    if font.Encoding != "/Identity-H" or descendant.get("/CIDToGIDMap", "/Identity") != "/Identity":
        return None
    descriptor = descendant.FontDescriptor
    if "/FontFile3" in descriptor:
        return frozenset(range(1, _glyph_count(descriptor.FontFile3.read_bytes())))
    if "/FontFile2" in descriptor:
        return frozenset(range(1, _open(descriptor.FontFile2.read_bytes())["maxp"].numGlyphs))
    return None


def _simple(font: Any) -> frozenset[int] | None:
    """Codes of a font with one byte a character, as LibreOffice writes it: the font's own encoding names the glyphs."""
    descriptor = font.FontDescriptor if "/FontDescriptor" in font else None
    if font.Subtype == "/Type1" and descriptor is not None and "/FontFile" in descriptor and "/Encoding" not in font:
        pairs = re.findall(rb"dup\s+(\d+)\s*/(\S+)\s+put", descriptor.FontFile.read_bytes())
        return frozenset(int(code) for code, name in pairs if name.decode() != NOTDEF)
    if font.Subtype == "/TrueType" and descriptor is not None and "/FontFile2" in descriptor:
        tables = _open(descriptor.FontFile2.read_bytes())["cmap"].tables
        # A symbol font's codes are moved to the private area.
        return frozenset(code & 0xFF for table in tables for code, name in table.cmap.items() if name != NOTDEF)
    return None


def _glyph_count(data: bytes) -> int:
    from fontTools.cffLib import CFFFontSet

    if data[:4] == b"OTTO":
        return int(_open(data)["maxp"].numGlyphs)
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    return len(fonts.topDictIndex[0].CharStrings)


def _open(data: bytes) -> Any:
    from fontTools.ttLib import TTFont

    return TTFont(io.BytesIO(data), lazy=True)
