"""The cells of a campaign's forms: as planned in ``form.yaml``, with their place there, and as they are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docgen.compose.form import LANDSCAPE_PAGE_HEIGHT, PAGE_HEIGHT
from docgen.compose.room import Room
from docgen.diagnostics import Place
from docgen.document.measure import Mm, Pt
from docgen.document.tree import Cell, Field, Form, Grid, Row
from docgen.frozen import dataclass
from docgen.lint.reading import Reading
from docgen.sources.source_map import Loc
from docgen.templates.find import LoadedForm
from docgen.templates.form_model import CellPlan, FormPlan, RowPlan


@dataclass(frozen=True)
class PlannedCell:
    """``cell`` is printed in ``room``; ``label`` is the cell of words that names its field, if there is one.

    ``head``: what a row of labels alone says above it, as the head of a list does.
    ``annex`` is the id by which the campaign uses the form, the first time.
    """

    annex: str
    loaded: LoadedForm
    plan: CellPlan
    loc: Loc
    cell: Cell
    room: Room
    label: Cell | None
    head: str = ""

    @property
    def field(self) -> Field | None:
        """What is filled in here."""
        return self.cell.fields[0] if self.plan.field and self.cell.fields else None

    @property
    def page_height(self) -> Mm:
        """What a page of the form holds."""
        return LANDSCAPE_PAGE_HEIGHT if self.loaded.plan.landscape else PAGE_HEIGHT

    @property
    def printed(self) -> str:
        """All words that stand in it and in its label."""
        cells = [self.label, self.cell] if self.label else [self.cell]
        return "".join(line.text for cell in cells for line in cell.lines)

    def place(self, *keys: str | int) -> Place:
        """Where it, or something of it, was written."""
        loc = (*self.loc, *keys)
        return self.loaded.sources.place(loc if loc in self.loaded.sources.values else self.loc)


def planned_cells_of(reading: Reading) -> Iterator[PlannedCell]:
    """Every cell of every form; of a row that is printed several times, the first."""
    seen = set()
    uses = reading.loaded.campaign.annexes if reading.loaded else ()
    annexes = reading.notice.annexes if reading.notice else ()
    for use, annex in zip(uses, annexes, strict=False):
        loaded = reading.forms.get(use.form or "")
        if loaded is None or use.form in seen or not isinstance(annex.content, Form):
            continue
        seen.add(use.form)
        yield from _cells(use.id, loaded, annex.content)


def _cells(annex: str, loaded: LoadedForm, form: Form) -> Iterator[PlannedCell]:
    for (rows, loc), grid in zip(_grids(loaded.plan), form.grids, strict=True):
        at = 0
        heads: Mapping[int, str] = {}
        for index, row in enumerate(rows):
            heads = _heads(grid.rows[at], heads)
            yield from _row(annex, loaded, row, (*loc, "rows", index), grid, at, heads)
            at += row.repeat


def _heads(row: Row, above: Mapping[int, str]) -> Mapping[int, str]:
    """Column → what the head of a list says: of this row if nothing but words is printed in it, else of those above.

    A row that has names of its own is no longer of that list; a serial number is no name.
    """
    words = [cell for cell in row.cells if cell.kind in ("label", "header")]
    if len(words) == len(row.cells) > 1:
        return {column: _said(cell) for cell in words for column in range(cell.column, cell.column + cell.span)}
    return {} if any(not _said(cell).strip().isdecimal() for cell in words) else above


def _said(cell: Cell) -> str:
    return "".join(line.text for line in cell.lines)


def _grids(plan: FormPlan) -> list[tuple[list[RowPlan], Loc]]:
    if plan.grids:
        return [(grid.rows, ("grids", index)) for index, grid in enumerate(plan.grids)]
    return [(plan.rows, ())]


def _row(
    annex: str, loaded: LoadedForm, row: RowPlan, loc: Loc, grid: Grid, at: int, heads: Mapping[int, str]
) -> Iterator[PlannedCell]:
    # A bare list of cells is a row as well.
    cells = (*loc, "cells") if (*loc, "cells") in loaded.sources.values else loc
    label: Cell | None = None
    for index, (plan, cell) in enumerate(zip(row.cells, grid.rows[at].cells, strict=True)):
        width = sum(grid.columns[cell.column : cell.column + cell.span])
        height = sum(one.height for one in grid.rows[at : at + cell.rows])
        room = Room(Mm(width), Mm(height), Pt(grid.size))
        yield PlannedCell(annex, loaded, plan, (*cells, index), cell, room, label, heads.get(cell.column, ""))
        if cell.kind == "label":
            label = cell
