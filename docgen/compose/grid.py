"""A grid: where each cell stands, how high each row is, which label names which field.

That spans fit the columns is the form loader's to see to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

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


class GridLayout:
    """The grid planned at ``loc``: where its cells stand, which label names which field; laid out once, written often.

    ``page`` is the height of the type area; ``words`` write the labels.
    """

    def __init__(self, plan: GridPlan, loc: Loc, page: Mm, words: Words) -> None:
        self._plan, self._loc, self._page = plan, loc, page
        self._placed = [*_placed(plan, loc, words)]
        self._labels = _labels(self._placed, words)
        self._heights = [_height(plan, row) for row, _loc, _number in _rows(plan, loc, words)]

    def grid(self, words: Words) -> Grid:
        """The grid with all its cells."""
        cells: list[list[Cell]] = [[] for _height_of_row in self._heights]
        for spot in self._placed:
            cells[spot.row].append(self._cell(spot, words))
        return Grid(
            columns=tuple(Mm(width) for width in self._plan.columns),
            rows=tuple(self._row(number, row) for number, row in enumerate(cells)),
            header_rows=self._plan.header_rows,
            size=Pt(self._plan.size),
            heading=words.line(self._plan.heading, (*self._loc, "heading")),
            page_break=self._plan.page_break,
        )

    def filled(self, blank: Grid, words: Words) -> Grid:
        """``blank`` with only those cells written anew of whose fields ``words`` are given values."""
        rows: dict[int, list[Cell]] = {}
        for spot in self._placed:
            cell = blank.rows[spot.row].cells[spot.place]
            if any(field.id in words.given for field in cell.fields):
                rows.setdefault(spot.row, [*blank.rows[spot.row].cells])[spot.place] = self._cell(spot, words)
        if not rows:
            return blank
        new = (self._row(number, rows[number]) if number in rows else row for number, row in enumerate(blank.rows))
        return replace(blank, rows=tuple(new))

    def _cell(self, spot: _Spot, words: Words) -> Cell:
        room = _room(spot, self._plan, self._heights)
        label, known = _label_for(spot, self._labels), _words_for(spot, words)
        return cell_of(spot.plan, spot.column, label, room, spot.loc, known, spot.number)

    def _row(self, number: int, cells: list[Cell]) -> Row:
        return Row(self._heights[number], tuple(cells), _splits(cells, self._plan, self._page))


@dataclass(frozen=True)
class _Spot:
    """A cell where it stands, ``place`` among the cells of its row; ``number`` is that of a repeated row, from 1."""

    plan: CellPlan
    row: int
    place: int
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
            yield _Spot(cell, row, index, column, (*row_loc, index), number)
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
