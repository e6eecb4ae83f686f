"""A grid: where each cell stands, how high each row is, which label names which field.

That spans fit the columns is the form loader's to see to.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.compose.cells import Room, cell_of
from docgen.compose.widths import lines_needed
from docgen.compose.words import Words
from docgen.document.measure import Mm, Pt
from docgen.document.tree import Cell, Grid, Row
from docgen.frozen import dataclass
from docgen.sources.source_map import Loc
from docgen.templates.form_model import CellPlan, GridPlan, RowPlan

FULL_PAGE = 0.9
"""A row that fills more of a page than this may break across pages."""


def grid_of(plan: GridPlan, loc: Loc, page: Mm, words: Words) -> Grid:
    """The grid planned at ``loc``; ``page`` is the height of the type area."""
    placed = [*_placed(plan, loc, words)]
    labels = _labels(placed, words)
    heights = [_height(plan, row) for row, _loc, _number in _rows(plan, loc, words)]
    cells: list[list[Cell]] = [[] for _height_of_row in heights]
    for spot in placed:
        room = _room(spot, plan, heights)
        label, known = _label_for(spot, labels), _words_for(spot, words)
        cell = cell_of(spot.plan, spot.column, label, room, spot.loc, known, spot.number)
        cells[spot.row].append(cell)
    return Grid(
        columns=tuple(Mm(width) for width in plan.columns),
        rows=tuple(
            Row(height, tuple(row), _splits(row, plan, page)) for height, row in zip(heights, cells, strict=True)
        ),
        header_rows=plan.header_rows,
        size=Pt(plan.size),
        heading=words.line(plan.heading, (*loc, "heading")),
        page_break=plan.page_break,
    )


@dataclass(frozen=True)
class _Spot:
    """A cell where it stands; ``number`` is that of a repeated row, from 1."""

    plan: CellPlan
    row: int
    column: int
    loc: Loc
    number: int | None


def _rows(plan: GridPlan, loc: Loc, words: Words) -> Iterator[tuple[RowPlan, Loc, int | None]]:
    """Every row with the way to its cells; repeated rows as often as they are printed."""
    for index, row in enumerate(plan.rows):
        at = (*loc, "rows", index)
        # A bare list of cells is a row as well.
        cells = (*at, "cells") if (*at, "cells") in words.sources.values else at
        for number in range(1, row.repeat + 1):
            yield row, cells, number if row.repeat > 1 else None


def _placed(plan: GridPlan, loc: Loc, words: Words) -> Iterator[_Spot]:
    """Cells from left to right, past those columns that a cell above covers."""
    covered: set[tuple[int, int]] = set()
    for row, (row_plan, row_loc, number) in enumerate(_rows(plan, loc, words)):
        column = 0
        for index, cell in enumerate(row_plan.cells):
            while (row, column) in covered:
                column += 1
            yield _Spot(cell, row, column, (*row_loc, index), number)
            covered |= {
                (below, right) for below in range(row, row + cell.rows) for right in range(column, column + cell.span)
            }
            column += cell.span


def _words_for(spot: _Spot, words: Words) -> Words:
    """In repeated rows ``row`` is the row's number."""
    return words if spot.number is None else words.knowing(row=spot.number)


def _height(plan: GridPlan, row: RowPlan) -> Mm:
    return Mm(row.height or plan.row_height)


def _room(spot: _Spot, plan: GridPlan, heights: list[Mm]) -> Room:
    width = sum(plan.columns[spot.column : spot.column + spot.plan.span])
    height = sum(heights[spot.row : spot.row + spot.plan.rows])
    return Room(Mm(width), Mm(height), Pt(plan.size))


def _splits(cells: list[Cell], plan: GridPlan, page: Mm) -> bool:
    """Whether a value is so long that its row may outgrow the page."""
    return any(_written_height(cell, plan) > page * FULL_PAGE for cell in cells)


def _written_height(cell: Cell, plan: GridPlan) -> Mm:
    width = sum(plan.columns[cell.column : cell.column + cell.span])
    room = Room(Mm(width), Mm(0), Pt(plan.size))
    return Mm(sum(lines_needed(line.text, room.characters) for line in cell.lines) * room.pitch)


# ---------------------------------------------------------------- labels of fields


Labels = dict[tuple[int, int], tuple[str, str]]


def _labels(placed: list[_Spot], words: Words) -> Labels:
    """Row and column → whether a label or a header covers them, and what it says."""
    found: Labels = {}
    for spot in placed:
        kind, planned = ("header", spot.plan.header) if spot.plan.header else ("label", spot.plan.label)
        if planned:
            text = "".join(_words_for(spot, words).lines(planned, (*spot.loc, kind)))
            for row in range(spot.row, spot.row + spot.plan.rows):
                for column in range(spot.column, spot.column + spot.plan.span):
                    found[row, column] = (kind, text)
    return found


def _label_for(spot: _Spot, labels: Labels) -> str:
    """What names a field: the header of its column, else the nearest label to its left."""
    above = [labels.get((row, spot.column), ("", "")) for row in range(spot.row - 1, -1, -1)]
    left = [labels.get((spot.row, column), ("", "")) for column in range(spot.column - 1, -1, -1)]
    headers = [text for kind, text in above if kind == "header"]
    names = [text for kind, text in left if kind == "label"]
    return next(iter([*headers, *names]), "")
