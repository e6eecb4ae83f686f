"""From rows to units: every cell checked, then the row as a whole; notes and empty rows passed over.

Rows are read one by one and forgotten; what is kept of each is the unit's name and codes (to find it again further
down) and its share of the quotas.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from docgen.language import _
from docgen.roster.cells import Complaint, Raw, day_text, text_of
from docgen.roster.check import check_cell, shown
from docgen.roster.check_rows import Ledger, row_complaints
from docgen.roster.codes import Code, numbered
from docgen.roster.columns import Column
from docgen.roster.headers import on_one_line, plain_header
from docgen.roster.masking import masked, quoted
from docgen.roster.plan import RosterPlan
from docgen.roster.sheets import SheetRow, refuse
from docgen.roster.table import Table
from docgen.roster.unit import BadRow, RowFault, Unit, Value

NOTE = re.compile(
    r"(?:注|备注|说明|填写说明|填表说明|填报说明|注意)\s*[:：]|填表人|填报人|制表|审核人|联系方式为虚构|(?:总|合|小|共)\s*计"
)
"""How a row below the table begins that is no unit."""
MORE_NOTES = re.compile(r"(?:\d+[.．、)）]|[（(]\d+[)）]|[①-⑳]|.*[。；：:]$)", re.DOTALL)
"""What may follow it."""
HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]")
"""How a row between the units begins that says of which kind the next ones are: 一、各区."""


def read_rows(table: Table, plan: RosterPlan) -> Iterator[Unit | BadRow]:
    """The units below the header, in order. Raises DocgenError (exit code 3) if there are none."""
    reader = _RowReader(table, plan)
    nothing = True
    for row in table.sheet.rows():
        if row.number > table.header_row and (found := reader.read(row)):
            nothing = False
            yield found
    if nothing:
        refuse(Code.NOTHING_IN_IT, _("no unit stands in it"), table.sheet.file, _("fill in a row for each unit"))


def typed_cells(table: Table, row: SheetRow) -> tuple[str, ...]:
    """The cells as typed, in the order of the headers."""
    return tuple(text_of(_at(row, index)) for index in range(len(table.headers)))


@dataclass
class _Draft:
    """What a row has said so far."""

    row: SheetRow
    values: dict[str, Value]
    fields: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, str] = field(default_factory=dict)
    faults: list[RowFault] = field(default_factory=list)


class _RowReader:
    """Reads rows; remembers which units there were."""

    def __init__(self, table: Table, plan: RosterPlan) -> None:
        self.table, self.plan = table, plan
        self.columns = sorted(table.columns.items())  # faults are told from left to right
        self.name_at = next(index for index, column in self.columns if column.key == "name")
        self.name_header = plain_header(table.headers[self.name_at])
        quotas = plan.campaign.quotas
        self.ledger = Ledger(tuple((one.key, quotas[one.quota]) for one in table.columns.values() if one.quota))
        self.ids: dict[str, int] = {}
        self.notes_began = False
        file = table.sheet.file.replace("\\", "/").rpartition("/")[2]
        self.place = _("{file}, row {row}").format(file=file, row="{row}")

    def read(self, row: SheetRow) -> Unit | BadRow | None:
        """The unit of a row, or what is wrong with it; None if it is no unit's row."""
        if self._is_no_unit(row):
            return None
        draft = _Draft(row, dict.fromkeys(self.plan.asked, ""))
        for index, column in self.columns:
            self._cell(draft, index, column)
        self._whole(draft)
        if any(fault.severity == "error" for fault in draft.faults):
            cells = typed_cells(self.table, row)
            return BadRow(row.number, cells, tuple(draft.faults), masked(text_of(_at(row, self.name_at))))
        return self._unit(draft)

    def _is_no_unit(self, row: SheetRow) -> bool:
        """Nothing in it, the header once more, a note below the table, a sum.

        A name alone is a unit of which too little is known.
        """
        texts = (text for index, _column in self.columns if (text := text_of(_at(row, index))))
        filled = list(islice(texts, 2))  # more need not be known
        name = text_of(_at(row, self.name_at))
        # 合计 may stand where the numbers of the rows do; a note, in a column that is not read.
        first = name or next((text for raw in row.cells if (text := text_of(raw))), "")
        is_note = any(NOTE.match(text) for text in (first, *filled[:1]))
        if name and plain_header(name) == self.name_header:
            return True
        if len(filled) > 1:
            return NOTE.match(first) is not None
        self.notes_began = self.notes_began or is_note
        if not filled or is_note or (self.notes_began and MORE_NOTES.match(filled[0])):
            return True
        return bool(name) and HEADING.match(name) is not None

    def _cell(self, draft: _Draft, index: int, column: Column) -> None:
        reading = check_cell(_at(draft.row, index), column)
        if reading.complaint:
            draft.faults.append(self._fault(draft.row, reading.complaint, index))
        if not reading.complaint or reading.complaint.severity == "warning":
            _put(reading.value, column, draft)

    def _whole(self, draft: _Draft) -> None:
        """What only the row as a whole, or the rows before it, can tell."""
        beyond = [text for raw in draft.row.cells[len(self.table.headers) :] if (text := text_of(raw))]
        if beyond:  # in a CSV file, a comma within a text; all cells after it are one column too far right
            reason = _('more cells than the header has: "{value}"').format(value=quoted(",".join(beyond)))
            hint = _("put a text that has the separator in it in quotation marks, or name the column in the header")
            draft.faults.append(self._fault(draft.row, Complaint(Code.BEYOND_HEADER, reason, hint), None))
        indexes = {column.key: index for index, column in self.columns}
        for key, complaint in row_complaints(draft.values, draft.overrides, draft.row.number, self.plan, self.ledger):
            draft.faults.append(self._fault(draft.row, complaint, indexes.get(key)))

    def _fault(self, row: SheetRow, complaint: Complaint, index: int | None) -> RowFault:
        """The complaint with all that tells where it belongs; without an index it is about the whole row."""
        sheet, said = self.table.sheet, (complaint.reason, complaint.hint)
        code, severity = numbered(complaint.code), complaint.severity
        if index is None:
            return RowFault(code, row.number, *said, severity=severity, place=sheet.place(row))
        return RowFault(
            code,
            row.number,
            *said,
            column=on_one_line(self.table.headers[index]),
            cell=sheet.cell(row, index),
            value=shown(_at(row, index), self.table.columns[index]),
            severity=severity,
            place=sheet.place(row, index),
        )

    def _unit(self, draft: _Draft) -> Unit:
        values = draft.values
        name = str(values["name"])
        own = str(values.get("code") or values.get("credit_code") or name)
        number = self.ids[own] = self.ids.get(own, 0) + 1
        return Unit(
            id=own if number == 1 else f"{own}-{number}",
            name=name,
            values=values,
            fields=draft.fields,
            overrides=draft.overrides,
            place=self.place.replace("{row}", str(draft.row.number)),
            row=draft.row.number,
            warnings=tuple(draft.faults),
        )


def _at(row: SheetRow, index: int) -> Raw:
    return row.cells[index] if index < len(row.cells) else ""


def _put(value: Value, column: Column, draft: _Draft) -> None:
    """The value where the forms look for it."""
    if column.target == "unit":
        draft.values[column.key] = value
    if value == "":
        return
    if column.target == "override":
        draft.overrides[column.key] = value.isoformat() if isinstance(value, datetime.date) else str(value)
    for key in column.feeds:
        draft.fields[key] = day_text(value) if isinstance(value, datetime.date) else str(value)
