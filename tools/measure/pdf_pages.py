"""Paper, type area, grid, page numbers: what is the same on every page (GB/T 9704-2012 5, 7.5, 8)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from docgen.document.tree import Paragraph
from measure.findings import Finding, equal, holds, near
from measure.pages import Box, Line, Page, around
from measure.sheet import BLACK, BOTTOM, LEFT, LINE, RIGHT, SMALL, TOP, Sheet, full_pages, inner_lines

SMALLEST_MARK = 24.0
"""Pt; the title has 22."""
_HANZI = re.compile(r"[\u4e00-\u9fff]+")
_WIDE = re.compile(r"[\u4e00-\u9fff，。、；：！？《》〈〉（）〔〕]+")


def paper(sheet: Sheet) -> Iterator[Finding]:
    long, short = ([max(p.width, p.height) for p in sheet.pages], [min(p.width, p.height) for p in sheet.pages])
    yield from near("PAPER-A4", "longer side of every page", long, 297, 0.35)
    yield from near("PAPER-A4", "shorter side of every page", short, 210, 0.35)


def type_area(sheet: Sheet) -> Iterator[Finding]:
    full = full_pages(sheet)
    yield from near("MARGIN-TOP", "ink of the first line of a full page", [p.lines[0].ink.top for p in full], TOP, 1)
    yield from near("MARGIN-LEFT", "ink nearest to the spine", [_ink(p).left for p in full], LEFT, 1)
    yield from near("MARGIN-RIGHT", "ink nearest to the fore-edge", [_ink(p).right for p in full], RIGHT, 1)
    yield from near("MARGIN-BOTTOM", "ink of the last line", [p.lines[-1].ink.bottom for p in full], BOTTOM, 1)
    outside = [f"page {page.index}" for page in sheet.pages if page.lines and not _within(page)]
    what = "text but the page number, and tables' width"
    yield from holds("TYPE-AREA", what, "28–184 × 37–262 ±1", outside, len(sheet.pages))


def grid(sheet: Sheet) -> Iterator[Finding]:
    full = full_pages(sheet)
    yield from near("GRID-LINES", "lines of a full page", [len(page.lines) for page in full], 22, 0)
    body = [line for line in inner_lines(sheet) if _HANZI.fullmatch(line.text)]
    yield from near("GRID-CHARS", "characters of a full line of 汉字", [len(line.text) for line in body], 28, 0)
    wide = Counter(len(line.text) for line in inner_lines(sheet) if _WIDE.fullmatch(line.text))
    usual = [float(count) for count, _ in wide.most_common(1)]
    yield from near("GRID-CHARS", "the usual number, of 汉字 and marks", usual, 28, 0)
    pitch = [below.baseline - line.baseline for page in full for line, below in pairwise(page.lines)]
    yield from near("DEF-LINE", "from line to line", pitch, LINE, 0.1)


def type_and_colour(sheet: Sheet) -> Iterator[Finding]:
    body = [line for item in sheet.parts.blocks for line in item.passage.lines]
    yield from near("FONT-DEFAULT", "size of the body, pt", [s for line in body for s in line.sizes], 16, 0.1)
    odd = [
        line.text[:6]
        for item in sheet.parts.blocks
        if isinstance(item.block, Paragraph) and all(span.role == "fangsong" for span in item.block.spans)
        for line in item.passage.lines
        if not sheet.in_role(line, "fangsong")
    ]
    yield from holds("FONT-DEFAULT", "the body is set in 仿宋", "仿宋", odd, len(body))
    lines = [line for page in sheet.pages for line in page.lines]
    coloured = [line.text[:6] for line in lines if line.colours != {BLACK} and max(line.sizes) < SMALLEST_MARK]
    yield from holds("COLOR-TEXT", "all text but the mark is black", "black", coloured, len(lines))


def page_numbers(sheet: Sheet) -> Iterator[Finding]:
    numbered = [(page, page.number) for page in sheet.pages if page.number]
    yield from near("PAGENO-FONT", "size of the page number, pt", [s for _, n in numbered for s in n.sizes], 14, 0.1)
    odd = [page.index for page, number in numbered if not sheet.in_role(number, "songti")]
    yield from holds("PAGENO-FONT", "set in 宋体", "宋体", odd, len(numbered))
    wrong = [number.text for page, number in numbered if number.text != f"—{page.index}—"]
    yield from holds("PAGENO-DASH", "— n —, counted through", "— n —", wrong, len(numbered))
    middles = [number.glyphs[0].ink.middle[1] for _, number in numbered if number.glyphs[0].ink]
    yield from near("PAGENO-POS", "middle of the dash's ink", middles, 269, 1)
    outer = [_outer(page, number) for page, number in numbered]
    yield from near("PAGENO-ODD", "number from the outer edge of the type area", outer, SMALL, 0.5)
    blank = {page.index for page in sheet.pages if not page.lines}
    bare = {page.index for page in sheet.pages if not page.number}
    asked = blank | {index + 1 for index in blank} if sheet.parts.imprint else set()
    yield from equal("PAGENO-BLANK", "pages without a number", sorted(bare), sorted(asked))


def landscape(sheet: Sheet) -> Iterator[Finding]:
    turned = [page for page in sheet.pages if page.landscape]
    numbers = [page.number for page in turned if page.number]
    y = [number.glyphs[0].ink.middle[1] for number in numbers if number.glyphs[0].ink]
    yield from near("TABLE-LAND", "dash of a landscape page's number, as it is bound", y, 269, 1)
    x = [_outer(page, page.number) for page in turned if page.number]
    yield from near("TABLE-LAND", "number from the outer edge of the type area", x, SMALL, 1)
    tops = [page.lines[0].ink.top for page in turned if page.lines]
    yield from near("TABLE-LAND", "its head at the left edge as bound: ink from there", tops, LEFT + 3, 3)


# ---------------------------------------------------------------- helpers


def _ink(page: Page) -> Box:
    return around(line.ink for line in page.lines)


def _within(page: Page) -> bool:
    """A landscape page's type area is the portrait one turned: 35–260 × 28–184. Ruled lines may not be wider."""
    ink = _ink(page)
    box = around([ink, *(Box(rule.left, ink.top, rule.right, ink.bottom) for rule in page.rules)])
    area = Box(297 - BOTTOM, LEFT, 297 - TOP, RIGHT) if page.landscape else Box(LEFT, TOP, RIGHT, BOTTOM)
    return (
        box.left >= area.left - 1
        and box.right <= area.right + 1
        and box.top >= area.top - 1
        and box.bottom <= area.bottom + 1
    )


def _outer(page: Page, number: Line) -> float:
    return RIGHT - number.right if page.odd else number.left - LEFT
