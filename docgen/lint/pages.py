"""The pages of any PDF, as far as rules ask for them: lines of text, ruled lines. Lengths in mm, from the upper left.

    read_pages(data, name) → Pages

PDFium reads; nothing is drawn. Letters, exit 3: D102 encrypted, D103 broken, D104 too many pages, D106 without text.
"""

from __future__ import annotations

import ctypes
import functools
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _

if TYPE_CHECKING:
    from docgen.lint.passage import Part

MM = 25.4 / 72
MOST_PAGES = 500


class Char(NamedTuple):
    """A character; ``y`` is its baseline, ``x0`` to ``x1`` the room it takes, ``size`` the em in mm."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    spaced: bool


@dataclass(frozen=True, eq=False)
class PageLine:
    """Characters on one baseline, without white space; of a table, those of one cell."""

    chars: tuple[Char, ...]
    page: int
    cell: tuple[float, float] | None = None

    @property
    def in_table(self) -> bool:
        """Whether ruled lines stand on both sides of it: its ``cell`` lies between them."""
        return self.cell is not None

    @functools.cached_property
    def text(self) -> str:
        """Its words; a space where Latin words have one, and where a gap is as wide as a character."""
        return "".join(_spaced(self.chars))

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.chars[-1].x1

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.chars[0].y

    @property
    def size(self) -> float:
        """Of its largest character."""
        return max(char.size for char in self.chars)


class Stroke(NamedTuple):
    """A ruled line, or the outline of a box."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def upright(self) -> bool:
        """Whether it is a line from above to below."""
        return self.x1 - self.x0 < _THIN < self.bottom - self.top

    @property
    def level(self) -> bool:
        """Whether it is a line from left to right."""
        return self.bottom - self.top < _THIN < self.x1 - self.x0


@dataclass(frozen=True)
class Page:
    """``number`` counts from 1; ``lines`` from above to below; ``turned``: characters that do not stand upright."""

    number: int
    width: float
    height: float
    lines: tuple[PageLine, ...]
    strokes: tuple[Stroke, ...] = ()
    turned: tuple[Char, ...] = ()
    pictures: int = 0

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


@dataclass(frozen=True)
class Pages:
    """All pages of the PDF called ``name``. ``parts``: line → part, where the document's text was told apart."""

    name: str
    pages: tuple[Page, ...]

    @functools.cached_property
    def parts(self) -> Mapping[PageLine, Part]:
        """What each line of text belongs to, told from the words and their order."""
        from docgen.lint.page_text import told_of

        return {line: part for one, part, _on in told_of(self) for line in one.origin}

    def of(self, *parts: Part) -> Iterator[PageLine]:
        """The lines of these parts, page by page."""
        return (line for page in self.pages for line in page.lines if self.parts.get(line) in parts)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def place(self, page: int) -> Place:
        """Where to tell what is wrong with a page."""
        return Place(self.name, page, None, _("page {page}").format(page=page))

    @functools.cached_property
    def fonts(self) -> dict[str, str]:
        """Every font's name as the file has it, with the characters that it sets."""
        found: dict[str, dict[str, None]] = {}
        for page in self.pages:
            for line in page.lines:
                for char in line.chars:
                    found.setdefault(char.font, {})[char.text] = None
        return {name: "".join(chars) for name, chars in found.items()}


def read_pages(data: bytes, name: str) -> Pages:
    """Every page. Raises ``DocgenError`` (exit 3) where the file cannot be read or has no text."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        _refuse_broken(name, str(error))
    try:
        if len(document) > MOST_PAGES:
            message = _("the file has {pages} pages; at most {most} are read")
            _refuse(name, "D104", message.format(pages=len(document), most=MOST_PAGES), _("check the notice alone"))
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


# ---------------------------------------------------------------- one page

_THIN = 1.2
_ROW = 0.35
"""Baselines so near (in em) are one line's."""
_GAP = 0.9
"""A gap so wide (in em) is a space."""


def _page(number: int, page: Any) -> Page:
    width, height = page.get_size()
    turn = page.get_rotation()
    across, down = (height, width) if turn in (90, 270) else (width, height)
    to = functools.partial(_turned, turn=turn, across=across, down=down)
    chars = list(_chars(page, to))
    strokes, pictures = _drawn(page, to)
    upright = [char for char, stands in chars if stands]
    lines = _lines_of(upright, [one for one in strokes if one.x1 - one.x0 < 0.92 * width * MM], number)
    turned = tuple(char for char, stands in chars if not stands)
    return Page(number, width * MM, height * MM, tuple(lines), strokes, turned, pictures)


def _turned(x: float, y: float, turn: int, across: float, down: float) -> tuple[float, float]:
    """A point of the file, as seen: in mm from the upper left."""
    if turn == 0:
        return x * MM, (down - y) * MM
    seen = {90: (y, x), 180: (across - x, y), 270: (down - y, across - x)}[turn]
    return seen[0] * MM, seen[1] * MM


def _chars(page: Any, to: Any) -> Iterator[tuple[Char, bool]]:
    """Every character that is seen, and whether it stands upright."""
    import pypdfium2.raw as pdfium

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
        em = (size if size > 2 else abs(box.top - box.bottom)) * MM
        yield Char(sign, x0, x1, y0, em, font, spaced), stands
        spaced = False


def _font(node: Any, known: dict[int | None, str]) -> str:
    """The name without the mark of a subset."""
    import pypdfium2.raw as pdfium

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
    import pypdfium2.raw as pdfium

    strokes, pictures = [], 0
    for one in page.get_objects([pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        if one.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures += 1
            continue
        left, bottom, right, top = one.get_bounds()
        (x0, y0), (x1, y1) = to(left, top), to(right, bottom)
        strokes.append(Stroke(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)))
    return tuple(strokes), pictures


# ---------------------------------------------------------------- lines and cells


def _lines_of(chars: list[Char], strokes: list[Stroke], page: int) -> Iterator[PageLine]:
    uprights = list(_uprights(strokes))
    for row in _rows(sorted(chars, key=attrgetter("y"))):
        row.sort(key=attrgetter("x0"))
        beside = sorted(x for x, top, bottom in uprights if top < row[0].y - row[0].size / 3 < bottom)
        if len(beside) < 2 or not beside[0] - 1 < row[0].x0 or not row[-1].x1 < beside[-1] + 1:
            yield PageLine(tuple(row), page)
            continue
        cells: dict[int, list[Char]] = {}
        for char in row:
            cells.setdefault(sum(x < (char.x0 + char.x1) / 2 for x in beside), []).append(char)
        for index, inside in cells.items():
            edges = (beside[index - 1] if index else row[0].x0, beside[min(index, len(beside) - 1)])
            yield PageLine(tuple(inside), page, edges)


def _rows(chars: Iterable[Char]) -> Iterator[list[Char]]:
    row: list[Char] = []
    for char in chars:
        if row and char.y - row[0].y > _ROW * max(char.size, row[0].size):
            yield row
            row = []
        row.append(char)
    if row:
        yield row


def _uprights(strokes: list[Stroke]) -> Iterator[tuple[float, float, float]]:
    """x, top and bottom of every upright edge."""
    for one in strokes:
        if one.upright:
            yield one.x0, one.top, one.bottom
        elif not one.level and one.bottom - one.top > _THIN:
            yield from ((one.x0, one.top, one.bottom), (one.x1, one.top, one.bottom))


def _spaced(chars: tuple[Char, ...]) -> Iterator[str]:
    before: Char | None = None
    for char in chars:
        if before is not None:
            latin = char.spaced and f"{before.text}{char.text}".isascii() and f"{before.text}{char.text}".isalnum()
            if latin or char.x0 - before.x1 > _GAP * char.size:
                yield " "
        yield char.text
        before = char
