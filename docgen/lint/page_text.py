"""The pages of a PDF as lines to be told apart: lines that one paragraph was broken into are put together again."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from docgen.diagnostics import Place
from docgen.language import _
from docgen.lint.pages import Page, PageLine, Pages, Stroke
from docgen.lint.pattern import Pattern
from docgen.lint.recognise import told_lines
from docgen.lint.recognise.lines import Line, Told
from docgen.lint.recognise.shapes import HEADING, first_word, is_head_number, is_office

PAGE_NUMBER = Pattern(r"[-—－–―─·•]*\s*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?\s*[-—－–―─·•]*")
"""A page number alone: — 1 —, 第1页 共3页, 1/3."""
_EDGE = 30.0
"""mm above the foot and below the head of a page in which its number stands."""
_BROWSER = 12.0
"""mm at the head and the foot of a page in which a browser prints its own lines."""
_LOOSE = 1.75
"""Lines farther apart than so many times the usual are not of one paragraph."""


def told_of(pages: Pages) -> list[Told]:
    """Every line with its part."""
    return told_lines(list(lines_of(pages)))


def lines_of(pages: Pages) -> Iterator[Line]:
    """Lines for recognition. A paragraph's place is its first line's."""
    type_area = _type_area(pages)
    group: list[PageLine] = []
    # A paragraph may go on behind the foot of the page: page numbers come after it.
    numbers: list[PageLine] = []
    for page in pages:
        cells = _cells(page)
        for line in page.lines:
            if is_page_number(line, page):
                numbers.append(line)
            elif _is_running(line, page, type_area):
                continue
            elif not line.in_table and group and _goes_on(group[-1], line, type_area):
                group.append(line)
            else:
                yield from (
                    *_line(group, pages),
                    *(_one(number, pages) for number in numbers if number.page < line.page),
                )
                numbers = [number for number in numbers if number.page == line.page]
                group = [] if line.in_table else [line]
                yield from _line(cells.get(line, ()), pages)
    yield from (*_line(group, pages), *(_one(number, pages) for number in numbers))


def _cells(page: Page) -> dict[PageLine, list[PageLine]]:
    """The lines of a table by those that each of its paragraphs begins with."""
    found: dict[PageLine, list[PageLine]] = {}
    open_: dict[tuple[int, int], list[PageLine]] = {}
    edges = [one for one in page.strokes if one.level or one.bottom - one.top > 1]
    for line in page.lines:
        if line.cell is None:
            continue
        key = (round(line.cell[0]), round(line.cell[1]))
        before = open_.get(key)
        if before and _is_one_paragraph(before, line) and not _ruled(edges, before[-1], line):
            before.append(line)
        else:
            open_[key] = found[line] = [line]
    return found


def _is_one_paragraph(before: list[PageLine], line: PageLine) -> bool:
    """A cell's line goes on where the last one is full, or a bracket is open."""
    text = "".join(one.text for one in before)
    edge = before[-1].cell[1] if before[-1].cell else 0
    full = before[-1].x1 > edge - 2.2 * line.size and not text.endswith(("。", "；", "：", ":"))
    return line.y > before[-1].y and (full or text.count("（") > text.count("）"))


def _ruled(strokes: Iterable[Stroke], upper: PageLine, lower: PageLine) -> bool:
    """Whether a cell ends between two lines."""
    middle = (upper.x0 + upper.x1) / 2
    return any(
        one.x0 <= middle <= one.x1 and any(upper.y < y < lower.y for y in (one.top, one.bottom)) for one in strokes
    )


def is_page_number(line: PageLine, page: Page) -> bool:
    """By its shape and by standing alone at the page's head or foot."""
    at_edge = line.y > page.height - _EDGE or line.y < _EDGE
    return at_edge and not line.in_table and bool(PAGE_NUMBER.fullmatch(line.text))


_INDENTS = 5
"""em: what begins farther in is a signature, a date or a centred line, not a paragraph's."""


def _is_running(line: PageLine, page: Page, area: _TypeArea) -> bool:
    """Small print at the very edge: the day and the address that a browser prints on each page."""
    at_edge = line.y > page.height - _BROWSER or line.y < _BROWSER
    return at_edge and line.size < 0.75 * area.size


class _TypeArea(NamedTuple):
    """Edges of running text, how far its lines are apart, its em, in mm; whether its paragraphs are indented."""

    left: float
    right: float
    pitch: float
    size: float
    indented: bool

    def is_flush(self, line: PageLine) -> bool:
        """Whether it begins at the left edge."""
        return line.x0 < self.left + 1.2 * line.size

    def has_no_room(self, line: PageLine, following: PageLine) -> bool:
        """Whether what the next line begins with, a character or a Latin word with its marks, did not fit in."""
        word = first_word("".join(char.text for char in following.chars))
        room = following.chars[len(word) - 1].x1 - following.x0
        return line.x1 + max(room, line.size) > self.right - 0.6 * line.size


_WHOLE = ("通知", "通告", "公告", "通报", "意见", "函", "办法", "文件", "）", ")")
"""So ends a title or a letterhead; what follows in large type is something else."""
_ENDS = ("。", "；", "：")


def _type_area(pages: Pages) -> _TypeArea:
    words = [line for page in pages if not page.landscape for line in page.lines if not line.in_table]
    if not words:
        return _TypeArea(28.0, 184.0, 10.4, 5.6, True)
    # What a browser prints at the edges, and headings, may reach farther out.
    usual = _usual_size(words)
    lines = [line for line in words if abs(line.size - usual) < 0.2]
    lefts = Counter(round(line.x0) for line in lines if line.x1 - line.x0 > 100).most_common(1)
    left = float(lefts[0][0]) if lefts else min(line.x0 for line in lines)
    pitches = Counter(round(b.y - a.y, 1) for a, b in itertools.pairwise(lines) if 2 < b.y - a.y < 20)
    numbered = [line for line in lines if HEADING.match(line.text)]
    pitch = pitches.most_common(1)[0][0] if pitches else 10.4
    area = _TypeArea(left, max(line.x1 for line in lines), pitch, usual, True)
    return area._replace(indented=not numbered or not all(map(area.is_flush, numbered)))


def _usual_size(lines: Iterable[PageLine]) -> float:
    """Of most characters; in mm."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.chars)
    return sizes.most_common(1)[0][0]


def _goes_on(before: PageLine, line: PageLine, area: _TypeArea) -> bool:
    """Whether ``line`` goes on the paragraph of ``before``: that one is full, this one is not indented."""
    if _goes_on_in_large_type(before, line, area):
        return True
    if abs(before.size - line.size) > 0.2 or not area.is_flush(line) or is_head_number(line.text):
        return False
    if not area.indented and HEADING.match(line.text) and before.text.endswith(_ENDS):
        return False
    if before.x0 > area.left + _INDENTS * before.size:
        return False
    near = line.page > before.page or line.y - before.y < _LOOSE * area.pitch
    return near and area.has_no_room(before, line)


def _goes_on_in_large_type(before: PageLine, line: PageLine, area: _TypeArea) -> bool:
    """Whether a title goes on, which may be broken anywhere; offices of one letterhead stand above each other."""
    if before.page != line.page or abs(before.size - line.size) > 0.2 or before.size < 1.15 * area.size:
        return False
    apart = line.y - before.y > 2.2 * line.size
    return not (apart or is_office(before.text) or before.text.endswith(_WHOLE))


def _line(group: Iterable[PageLine], pages: Pages) -> Iterator[Line]:
    lines = list(group)
    if lines:
        text = "".join(line.text for line in lines)
        yield Line(
            text, _place(lines[0], pages), None, False, "cell" if lines[0].in_table else None, origin=tuple(lines)
        )


def _one(number: PageLine, pages: Pages) -> Line:
    return Line(number.text, _place(number, pages), None, True, "page_number", origin=(number,))


def _place(line: PageLine, pages: Pages) -> Place:
    page = pages.pages[line.page - 1]
    row = len({round(other.y) for other in page.lines if other.y < line.y - 0.5}) + 1
    where = _("page {page}, line {line}").format(page=line.page, line=row)
    return Place(pages.name, line.page, None, where)
