"""Whether a grid can be drawn: rows fill their columns, cells end with the table, the page is wide enough."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Problem
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.validation import letter_at
from docgen.templates.form_model import CellPlan, GridPlan, RowPlan

PORTRAIT = 156.0
"""Width of the type area in mm (GB/T 9704-2012 5.2.1)."""
LANDSCAPE = 225.0
"""Its height, where the page is turned."""
TOLERANCE = 0.5
"""Columns may be rounded, mm."""

Found = Iterator[Problem]


def grid_problems(grid: GridPlan, loc: Loc, sources: SourceMap, landscape: bool) -> Found:
    """A letter for each fault of a grid written at ``loc``."""
    yield from _width(grid, loc, sources, landscape)
    yield from _header_rows(grid, loc, sources)
    yield from _rows(grid, loc, sources)


def _width(grid: GridPlan, loc: Loc, sources: SourceMap, landscape: bool) -> Found:
    room, total = LANDSCAPE if landscape else PORTRAIT, sum(grid.columns)
    if total > room + TOLERANCE:
        message = _("the columns are {total} mm wide together, the page has {room} mm").format(
            total=f"{total:g}", room=f"{room:g}"
        )
        hint = _("make them narrower") if landscape else _("make them narrower, or turn the page: landscape: true")
        yield _letter(Code.TOO_WIDE, (*loc, "columns"), message, hint, sources)


def _header_rows(grid: GridPlan, loc: Loc, sources: SourceMap) -> Found:
    if grid.header_rows > len(grid.rows):
        message = _("the table has only {n} rows").format(n=len(grid.rows))
        yield _letter(Code.HEADER_ROWS, (*loc, "header_rows"), message, _("write fewer"), sources)


def _rows(grid: GridPlan, loc: Loc, sources: SourceMap) -> Found:
    """Goes down the table; ``reach`` says how many more rows each column is covered from above."""
    reach = [0] * len(grid.columns)
    left = sum(row.repeat for row in grid.rows)
    for index, row in enumerate(grid.rows):
        way = (*loc, "rows", index)
        told = False
        for _copy in range(row.repeat):
            problems = [*_fills(row, reach, way, sources), *_ends(row, left, way, sources)]
            if not told:
                yield from problems
            told = told or bool(problems)
            reach = _below(row, reach)
            left -= 1


def _fills(row: RowPlan, reach: list[int], loc: Loc, sources: SourceMap) -> Found:
    """Whether the cells and what reaches down from above are exactly the columns."""
    covered = sum(1 for rows in reach if rows)
    filled = covered + sum(cell.span for cell in row.cells)
    if filled != len(reach):
        message = _("the row fills {filled} of {n} columns").format(filled=filled, n=len(reach))
        if covered:
            message = _("the row fills {filled} of {n} columns, {covered} of them from above").format(
                filled=filled, n=len(reach), covered=covered
            )
        less = _("take a cell out, or give one a smaller span")
        more = _("add a cell ({cell} is an empty one), or give one a larger span").format(cell="{}")
        yield _letter(Code.ROW_WIDTH, loc, message, less if filled > len(reach) else more, sources)
    elif any(reach[column] for cell, start in _columns(row, reach) for column in range(start, start + cell.span)):
        message = _("a cell of the row meets one that reaches down from above")
        yield _letter(Code.ROW_WIDTH, loc, message, _("make two cells of it"), sources)


def _ends(row: RowPlan, left: int, loc: Loc, sources: SourceMap) -> Found:
    """Whether a cell goes on below the last row."""
    for number, cell in enumerate(row.cells):
        if cell.rows > left:
            message = _("the cell covers {n} rows, the table has {left} from here on").format(n=cell.rows, left=left)
            way = _cell_loc(loc, number, sources)
            yield _letter(Code.ROW_SPAN, (*way, "rows"), message, _("write rows: {left}").format(left=left), sources)


def _cell_loc(loc: Loc, number: int, sources: SourceMap) -> Loc:
    """A row is a list of cells, or a mapping with one."""
    return (*loc, number) if (*loc, number) in sources.values else (*loc, "cells", number)


def _columns(row: RowPlan, reach: list[int]) -> Iterator[tuple[CellPlan, int]]:
    """Each cell and the column where it begins: the first that is free."""
    column = 0
    for cell in row.cells:
        while column < len(reach) and reach[column]:
            column += 1
        if column + cell.span > len(reach):
            return
        yield cell, column
        column += cell.span


def _below(row: RowPlan, reach: list[int]) -> list[int]:
    """What reaches down into the next row."""
    down = [max(rows - 1, 0) for rows in reach]
    for cell, start in _columns(row, reach):
        for column in range(start, start + cell.span):
            down[column] = max(down[column], cell.rows - 1)
    return down


def _letter(code: Code, loc: Loc, message: str, hint: str, sources: SourceMap) -> Problem:
    return Problem(f"F{code}", letter_at(loc, message), sources.place(loc), hint)
