"""The characters of a page, put together: those on one baseline are a line, those between two ruled lines a cell's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from docgen.lint.pages import THIN, Char, PageLine, Stroke

_ROW = 0.35
"""Baselines so near (in em) are one line's."""


def lines_of_page(chars: list[Char], strokes: list[Stroke], page: int) -> Iterator[PageLine]:
    """The lines of a page from above to below; between upright strokes, one for each cell."""
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
        elif not one.level and one.bottom - one.top > THIN:
            yield from ((one.x0, one.top, one.bottom), (one.x1, one.top, one.bottom))
