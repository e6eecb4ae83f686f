"""The pages of any PDF, read with PDFium; nothing is drawn.

    read_pages(data, name) → Pages

Letters, exit 3: D102 encrypted, D103 broken, D104 too many pages, D106 without text.
"""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Iterator
from typing import Any, NoReturn

import pypdfium2
import pypdfium2.raw as pdfium

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.document.measure import MM_PER_POINT
from docgen.language import _
from docgen.lint.page_lines import lines_of_page
from docgen.lint.pages import Char, Page, Pages, Stroke

_MOST_PAGES = 500


def read_pages(data: bytes, name: str) -> Pages:
    """Every page. Raises ``DocgenError`` (exit 3) where the file cannot be read or has no text."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        _refuse_broken(name, str(error))
    try:
        if len(document) > _MOST_PAGES:
            message = _("the file has {pages} pages; at most {most} are read")
            _refuse(name, "D104", message.format(pages=len(document), most=_MOST_PAGES), _("check the notice alone"))
        pages = tuple(_page(number, page) for number, page in enumerate(document, start=1))
    except pypdfium2.PdfiumError as error:
        _refuse_broken(name, str(error))
    finally:
        document.close()
    if not any(page.lines for page in pages):
        hint = _("if it was scanned, check the text from which it was printed")
        _refuse(name, "D106", _("the pages have no text, only pictures"), hint)
    return Pages(name, pages)


def _refuse_broken(name: str, reason: str) -> NoReturn:
    if "assword" in reason:
        hint = _("open it, take the password off, save it, and check that one")
        _refuse(name, "D102", _("the file is encrypted, it opens with a password only"), hint)
    _refuse(name, "D103", _("the file is broken ({error})").format(error=reason), _("make the PDF again"))


def _refuse(name: str, code: str, message: str, hint: str) -> NoReturn:
    raise DocgenError(Problem(code, message, Place(name), hint), Exit.CAMPAIGN)


def _page(number: int, page: Any) -> Page:
    width, height = page.get_size()
    turn = page.get_rotation()
    across, down = (height, width) if turn in (90, 270) else (width, height)
    to = functools.partial(_turned, turn=turn, across=across, down=down)
    chars = list(_chars(page, to))
    strokes, pictures = _drawn(page, to)
    upright = [char for char, stands in chars if stands]
    lines = lines_of_page(upright, [one for one in strokes if one.x1 - one.x0 < 0.92 * width * MM_PER_POINT], number)
    turned = tuple(char for char, stands in chars if not stands)
    return Page(number, width * MM_PER_POINT, height * MM_PER_POINT, tuple(lines), strokes, turned, pictures)


def _turned(x: float, y: float, turn: int, across: float, down: float) -> tuple[float, float]:
    """A point of the file, as seen: in mm from the upper left."""
    if turn == 0:
        return x * MM_PER_POINT, (down - y) * MM_PER_POINT
    seen = {90: (y, x), 180: (across - x, y), 270: (down - y, across - x)}[turn]
    return seen[0] * MM_PER_POINT, seen[1] * MM_PER_POINT


def _chars(page: Any, to: Any) -> Iterator[tuple[Char, bool]]:
    """Every character that is seen, and whether it stands upright."""
    text = page.get_textpage()
    raw, turn = text.raw, page.get_rotation()
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    to_x, to_y, to_box = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    runs: dict[int | None, tuple[str, float, bool]] = {}
    fonts: dict[int | None, str] = {}
    spaced = False
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(raw, index)
        sign = chr(code) if 0x20 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
        if sign.isspace():
            spaced = True
            continue
        pdfium.FPDFText_GetCharOrigin(raw, index, to_x, to_y)
        pdfium.FPDFText_GetLooseCharBox(raw, index, to_box)
        node = pdfium.FPDFText_GetTextObject(raw, index)
        key = ctypes.c_void_p.from_buffer(node).value
        if key not in runs:
            angle = round(pdfium.FPDFText_GetCharAngle(raw, index) * 57.29578) - turn
            size = pdfium.FPDFText_GetFontSize(raw, index)
            runs[key] = _font(node, fonts), size, angle % 360 in (0, 359, 1)
        font, size, stands = runs[key]
        (x0, y0), (x1, _y1) = to(box.left, y.value), to(box.right, y.value)
        if x0 > x1:
            x0, x1 = x1, x0
        em = (size if size > 2 else abs(box.top - box.bottom)) * MM_PER_POINT
        yield Char(sign, x0, x1, y0, em, font, spaced), stands
        spaced = False


def _font(node: Any, known: dict[int | None, str]) -> str:
    """The name without the mark of a subset."""
    if not node:
        return ""
    font = pdfium.FPDFTextObj_GetFont(node)
    key = ctypes.cast(font, ctypes.c_void_p).value
    if key not in known:
        length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
        name = buffer.value.decode("utf-8", "replace")
        known[key] = name[7:] if name[6:7] == "+" else name
    return known[key]


def _drawn(page: Any, to: Any) -> tuple[tuple[Stroke, ...], int]:
    strokes, pictures = [], 0
    for one in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if one.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            continue
        left, bottom, right, top = one.get_bounds()
        (x0, y0), (x1, y1) = to(left, top), to(right, bottom)
        strokes.append(Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return tuple(strokes), pictures
