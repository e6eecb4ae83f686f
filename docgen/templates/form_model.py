"""``form.yaml``: an annex form as a grid of labels and fields; lengths in mm. Or the fields of a form drawn in Word.

A cell is one of five things, told by the key it has: ``label`` (printed words), ``header`` (head of a
column), ``field`` (to fill in; with ``kind: choice`` and ``options`` check boxes), ``lines`` (several
labelled fields below each other), ``opinion`` (an opinion with room for seal, signature and date). An
empty mapping is an empty cell.
"""

# Annotations are not postponed here: parts take them as they are.

import dataclasses
from typing import Annotated, Any, Literal, Self

from docgen.campaign.model import Id, Key, Words
from docgen.sources.marks import Length, Refused, Within
from docgen.sources.part import Part
from docgen.sources.typed_text import Decimal, OneOrMany, Whole, YesNo

FieldKindName = Literal["line", "text", "date", "phone", "email", "number", "choice", "idcard", "creditcode"]
Lines = Annotated[list[str], OneOrMany()]


class FieldPlan(Part):
    """One thing to fill in."""

    field: Key
    """Id of the field; unique within the form."""
    label: str = ""
    """Printed before it; where a cell has no label, the label cell to its left names the field."""
    kind: FieldKindName = "line"
    """What may be written into it."""
    prefill: str = ""
    """Jinja for the value of a unit: ``{{ unit.name }}``."""
    required: YesNo = False
    """Must be filled in."""
    limit: Annotated[Whole, Within(gt=0)] | None = None
    """At most so many characters."""
    options: list[str] = dataclasses.field(default_factory=list)
    """Choices, each printed with a box: □国家级 □市级."""
    multiple: YesNo = False
    """Several choices may be ticked."""


class AccountLine(Part):
    """A line of a block within a cell: ``开 户 行：______``."""

    label: str
    """Printed as it stands, spaces included."""
    field: Key
    """Id of the field behind it."""
    suffix: str = ""
    """Printed behind the field: （办）."""
    prefill: str = ""
    """Jinja for the value of a unit."""


class CellPlan(Part):
    """A cell of a grid."""

    label: Lines | None = None
    """Printed words; a list gives lines."""
    header: Lines | None = None
    """Head of a column."""
    opinion: Words | None = None
    """An opinion: 申报单位意见."""
    field: Key | None = None
    """Id of the field filled in here."""
    lines: list[AccountLine] | None = None
    """Several labelled fields below each other in one cell (开户行 …)."""
    kind: FieldKindName = "line"
    """What may be written into the field."""
    prefill: str = ""
    """Jinja for the value of a unit: ``{{ unit.name }}``."""
    required: YesNo = False
    """Must be filled in."""
    limit: Annotated[Whole, Within(gt=0)] | None = None
    """At most so many characters."""
    options: list[str] = dataclasses.field(default_factory=list)
    """Choices, each printed with a box."""
    multiple: YesNo = False
    """Several choices may be ticked."""
    box: Literal["before", "after"] = "before"
    """Where the box stands: □国家级 or 国家级□."""
    hint: Lines | None = None
    """Printed small help: （请注明是否在“三区三州”）. In a label cell it stands below the label."""
    guide: Lines | None = None
    """What the answer should cover, printed at the top of the field, line by line."""
    seal: str = ""
    """Where the seal goes, as printed: （盖章）, 盖章：, 单位（盖章）."""
    sign: str = ""
    """Where a person signs, as printed: 负责人（签字）：."""
    date: str = ""
    """The date line, as printed: 年　月　日, 时间：."""
    span: Annotated[Whole, Within(gt=0)] = 1
    """Columns covered."""
    rows: Annotated[Whole, Within(gt=0)] = 1
    """Rows covered."""
    align: Literal["left", "center", "right"] | None = None
    """Where the words stand; labels are centred, fields left."""
    valign: Literal["top", "center"] | None = None
    """Top or centred; text fields and opinions start at the top."""

    def agree(self) -> Self:
        """A cell is one thing."""
        things = [name for name in ("label", "header", "opinion", "field", "lines") if getattr(self, name) is not None]
        if len(things) > 1:
            raise Refused("cell_things", things=", ".join(things))
        return self


class RowPlan(Part):
    """A row; a bare list of cells is a row of the usual height."""

    cells: list[CellPlan]
    """Its cells, without those that a cell above covers."""
    height: Annotated[Decimal, Within(gt=0, le=225)] | None = None
    """Least height in mm."""
    repeat: Annotated[Whole, Within(ge=1, le=200)] = 1
    """The row is printed so many times (一览表)."""

    @classmethod
    def written_out(cls, value: Any) -> Any:
        """From a bare list of cells."""
        return {"cells": value} if isinstance(value, list) else value


class GridPlan(Part):
    """A table of the form."""

    columns: Annotated[list[Annotated[Decimal, Within(gt=0)]], Length(1)]
    """Widths in mm; together 156 (portrait) or 225 (landscape) at most."""
    rows: Annotated[list[RowPlan], Length(1)]
    """Rows from the top."""
    heading: str = ""
    """A line above the table: 一、基本信息."""
    row_height: Annotated[Decimal, Within(gt=0)] = 10
    """Usual height of a row in mm."""
    header_rows: Annotated[Whole, Within(ge=0)] = 0
    """So many rows are repeated at the top of each page."""
    size: Annotated[Decimal, Within(ge=7, le=22)] = 12
    """Size of the text in pt."""
    page_break: YesNo = False
    """Begins a new page."""


class CoverLinePlan(FieldPlan):
    """A line of the cover."""

    label: str
    """Printed before the line: 推荐地区."""


class CoverPlan(Part):
    """封面."""

    title: Lines
    """Its large title, in lines."""
    lines: list[CoverLinePlan] = dataclasses.field(default_factory=list)
    """Lines to fill in."""
    foot: Lines = dataclasses.field(default_factory=list)
    """At the foot: 人力资源社会保障部制."""


class WordFieldPlan(FieldPlan):
    """A field of a form drawn in Word, where its tag stands: ``{{ unit_name }}``."""

    label: str
    """What the form calls it: 申报单位."""


class FormPlan(Part):
    """An annex form as written in ``form.yaml``."""

    id: Id
    """Name of the form, the same as its folder."""
    title: Annotated[str, Length(1)]
    """Its title; may use ``{{ year }}``."""
    title_lines: list[str] = dataclasses.field(default_factory=list)
    """The title broken by hand."""
    landscape: YesNo = False
    """Wide page (横排)."""
    docx: str = ""
    """A Word file with docxtpl's tags, in the same folder, that is the form: form.docx."""
    fields: list[WordFieldPlan] = dataclasses.field(default_factory=list)
    """The fields whose tags the Word file has."""
    cover: CoverPlan | None = None
    """Cover page."""
    captions: list[FieldPlan | str] = dataclasses.field(default_factory=list)
    """Lines between the title and the table: 申报单位（盖章）：."""
    grids: list[GridPlan] = dataclasses.field(default_factory=list)
    """Several tables."""
    columns: list[Annotated[Decimal, Within(gt=0)]] = dataclasses.field(default_factory=list)
    """Widths of the one table."""
    rows: list[RowPlan] = dataclasses.field(default_factory=list)
    """Rows of the one table."""
    row_height: Annotated[Decimal, Within(gt=0)] = 10
    """Usual height of a row in mm."""
    header_rows: Annotated[Whole, Within(ge=0)] = 0
    """So many rows are repeated at the top of each page."""
    size: Annotated[Decimal, Within(ge=7, le=22)] = 12
    """Size of the text in pt."""
    notes: Lines = dataclasses.field(default_factory=list)
    """Below the table: 注：…."""

    def agree(self) -> Self:
        """Either one table or several, unless it is drawn in Word."""
        if not self.docx and bool(self.grids) == bool(self.columns and self.rows):
            raise Refused("form_grid")
        return self
