"""The fields of the campaign's forms, each with the words that name it for whoever fills it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docgen.campaign.model import Campaign
from docgen.frozen import dataclass
from docgen.roster.asked import asked_of_unit
from docgen.templates.form_model import AccountLine, CellPlan, FieldPlan, FormPlan, GridPlan
from docgen.templates.loaded import LoadedForm


@dataclass(frozen=True)
class FormField:
    """A field of an annex: ``annex`` is its id, ``ref`` what it is called (附件1), ``label`` the field's name.

    ``repeated``: it stands in a row that is printed several times, of which a unit fills the first.
    """

    annex: str
    ref: str
    id: str
    label: str
    kind: str = "line"
    required: bool = False
    limit: int | None = None
    options: tuple[str, ...] = ()
    multiple: bool = False
    prefill: str = ""
    repeated: bool = False

    @property
    def key(self) -> str:
        """``team.project``; in a repeated row ``list.project_1``."""
        return f"{self.annex}.{self.id}_1" if self.repeated else f"{self.annex}.{self.id}"

    @property
    def names(self) -> tuple[str, ...]:
        """By which it may be called for itself."""
        return (f"{self.annex}.{self.id}", self.key)

    @property
    def asks(self) -> tuple[str, ...]:
        """The properties of the unit that it is filled from."""
        return asked_of_unit(self.prefill)


Plan = FieldPlan | CellPlan | AccountLine


def fields_of(campaign: Campaign, forms: Mapping[str, LoadedForm]) -> tuple[FormField, ...]:
    """The fields of all annexes, in reading order."""
    found = []
    for index, use in enumerate(campaign.annexes):
        if use.form and use.form in forms:
            ref = f"附件{index + 1}" if len(campaign.annexes) > 1 else "附件"
            for spot in _labelled(forms[use.form].plan):
                found.append(_field(use.id, ref, spot, _words(spot.label, campaign)))
    return tuple(found)


@dataclass(frozen=True)
class _Spot:
    """A field as planned, and the words that stand beside it."""

    plan: Plan
    label: str
    repeated: bool = False


def _field(annex: str, ref: str, spot: _Spot, label: str) -> FormField:
    plan = spot.plan
    field = FormField(
        annex, ref, str(plan.field), label or str(plan.field), prefill=plan.prefill, repeated=spot.repeated
    )
    if isinstance(plan, AccountLine):
        return field
    # Options may be made by Jinja; then only the composed form knows them.
    options = () if any("{" in option for option in plan.options) else tuple(plan.options)
    kind = "line" if plan.kind == "choice" and not options else plan.kind
    more = {part: getattr(plan, part) for part in ("required", "limit", "multiple")}
    return replace(field, kind=kind, options=options, **more)


def _words(label: str, campaign: Campaign) -> str:
    """联 系 人： → 联系人, 4. 服务内容 → 服务内容; the year is filled in."""
    label = re.sub(r"\{\{\s*year\s*\}\}", str(campaign.year), label)
    label = re.sub(r"^\d+[.．、](?=\D)", "", re.sub(r"\s+", "", label))
    return label.rstrip("：:")


# ---------------------------------------------------------------- labels


def _labelled(plan: FormPlan) -> Iterator[_Spot]:
    """Each field with its label, as it stands on the page."""
    for line in plan.cover.lines if plan.cover else ():
        yield _Spot(line, line.label)
    for caption in plan.captions:
        if isinstance(caption, FieldPlan):
            yield _Spot(caption, re.sub(r"（[^（）]*）", "", caption.label))  # 申报单位（盖章）
    # A form drawn in Word names its fields in a list.
    for field in getattr(plan, "fields", ()):
        if isinstance(field, FieldPlan):
            yield _Spot(field, field.label)
    for grid in plan.grids or [_only_grid(plan)]:
        yield from _in_grid(grid)


def _only_grid(plan: FormPlan) -> GridPlan:
    return GridPlan(columns=plan.columns, rows=plan.rows)


def _in_grid(grid: GridPlan) -> Iterator[_Spot]:
    """A field is named by the head of its column, else by the nearest label to its left."""
    reach = [0] * len(grid.columns)
    heads: dict[int, str] = {}
    labels: dict[int, tuple[str, int]] = {}
    for row in grid.rows:
        labels = {column: (text, rows - 1) for column, (text, rows) in labels.items() if rows > 1}
        for cell, column in _placed(row.cells, reach):
            columns = range(column, column + cell.span)
            if words := cell.header or cell.label:
                text = "".join(words)
                heads |= dict.fromkeys(columns, text) if cell.header else {}
                labels |= dict.fromkeys(columns, (text, cell.rows)) if cell.label else {}
            elif cell.field:
                yield _Spot(cell, heads.get(column) or _nearest_left(labels, column), row.repeat > 1)
            for line in cell.lines or ():
                yield _Spot(line, line.label, row.repeat > 1)
            for covered in columns:
                if covered < len(reach):
                    reach[covered] = cell.rows
        reach = [max(rows - 1, 0) for rows in reach]


def _placed(cells: list[CellPlan], reach: list[int]) -> Iterator[tuple[CellPlan, int]]:
    """Cells from left to right, past columns that a cell above covers."""
    covered = [rows > 0 for rows in reach]
    column = 0
    for cell in cells:
        while column < len(covered) and covered[column]:
            column += 1
        yield cell, column
        column += cell.span


def _nearest_left(labels: Mapping[int, tuple[str, int]], column: int) -> str:
    left = [at for at in labels if at < column]
    return labels[max(left)][0] if left else ""
