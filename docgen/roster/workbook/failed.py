"""The rows that failed, as a workbook to correct and hand in again: as typed, with what is wrong and what would do."""

from __future__ import annotations

import io
import shutil
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docgen.language import _
from docgen.roster.columns import Column
from docgen.roster.headers import on_one_line, plain_header
from docgen.roster.properties import FAILED_HEADERS
from docgen.roster.unit import BadRow
from docgen.roster.workbook.template import CREATED, width_of

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

SHEET = "未通过的行"
LONGEST = 32_767
"""Characters that Excel takes in a cell."""
WIDTH, WIDTHS = 18, (8, 60, 50)
"""Of a column that means nothing to the campaign, and of docgen's own, as Excel counts: a Chinese character is two."""
LINE_HEIGHT, HIGHEST = 15, 409
"""In points; no row of Excel is higher. Not every program makes room by itself for what does not fit into a line."""


class FailedRows:
    """Rows are added one by one and kept in a file for the time being; ``content()`` is the workbook of them all.

        failed = FailedRows(roster.headers, roster.table.columns)
        failed.add(row)
        failed.content()

    ``count`` says how many there are; of none no workbook is made.
    """

    def __init__(self, headers: Sequence[str], columns: Mapping[int, Column]) -> None:
        own = {plain_header(header) for header in FAILED_HEADERS}
        self._kept = [index for index, header in enumerate(headers) if plain_header(header) not in own]
        self._number_at = next(
            (index for index, header in enumerate(headers) if plain_header(header) == FAILED_HEADERS[0]), None
        )
        self._headers = [headers[index] for index in self._kept]
        own_widths = [width_of(columns[index]) if index in columns else WIDTH for index in self._kept]
        self._widths = [*own_widths, *WIDTHS]
        self.count = 0

    def add(self, row: BadRow) -> None:
        """The next row."""
        if self.count == 0:
            self._open()
        self.count += 1
        wrong = {fault.column for fault in row.faults if fault.severity == "error"}
        typed = [row.cells[index] if index < len(row.cells) else "" for index in self._kept]
        texts = [*typed, *self._said(row)]
        lines = max(_lines(text, width) for text, width in zip(texts, self._widths, strict=True))
        if lines > 1:
            self._sheet.set_row(self.count, min(lines * LINE_HEIGHT, HIGHEST))
        for column, text in enumerate(texts):
            header = self._headers[column] if column < len(typed) else ""
            self._write(self.count, column, text, on_one_line(header) in wrong)

    def content(self) -> bytes:
        """The workbook; nothing may be added afterwards."""
        if self.count == 0:
            return b""
        self._workbook.close()
        return self._content.getvalue()

    def _open(self) -> None:
        from xlsxwriter import Workbook

        self._content = io.BytesIO()
        # Row by row into a temporary file: there may be as many as the roster has.
        folder = tempfile.mkdtemp(prefix="docgen-")
        self._workbook = Workbook(self._content, {"constant_memory": True, "tmpdir": folder})
        weakref.finalize(self, _discard, self._workbook, folder)
        self._workbook.set_properties({"created": CREATED})
        self._sheet: Worksheet = self._workbook.add_worksheet(SHEET)
        self._text = self._workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        self._wrong = self._workbook.add_format(
            {"num_format": "@", "text_wrap": True, "valign": "top", "bg_color": "#FFC7CE"}
        )
        head = self._workbook.add_format({"bold": True, "num_format": "@", "text_wrap": True, "bg_color": "#D9E2F3"})
        for column, (header, width) in enumerate(zip((*self._headers, *FAILED_HEADERS), self._widths, strict=True)):
            self._sheet.set_column(column, column, width, self._text)
            self._sheet.write_string(0, column, header, head)
        self._sheet.freeze_panes(1, 1)

    def _said(self, row: BadRow) -> tuple[str, str, str]:
        """The row's number in the first roster, why it failed, what would do: a line for each fault."""
        number = row.cells[self._number_at] if self._number_at is not None else ""
        faults = [fault for fault in row.faults if fault.severity == "error"]
        reasons = (_of(fault.column, fault.reason) for fault in faults)
        hints = (_of(fault.column if len(faults) > 1 else "", fault.hint) for fault in faults)
        return number or str(row.row), "\n".join(reasons), "\n".join(hints)

    def _write(self, row: int, column: int, text: str, wrong: bool = False) -> None:
        style = self._wrong if wrong else self._text
        if text:
            self._sheet.write_string(row, column, text[:LONGEST], style)
        elif wrong:
            self._sheet.write_blank(row, column, None, style)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; in GB 18030 a Chinese character is two bytes, a Latin letter one."""
    lengths = (len(line.encode("gb18030", "replace")) for line in text.split("\n"))
    return sum(max(1, -(-length // width)) for length in lengths)


def _of(column: str, said: str) -> str:
    return _("{column}: {said}").format(column=column, said=said) if column and said else said


def _discard(workbook: Workbook, folder: str) -> None:
    """Whether it was finished or something came between: no temporary file stays behind."""
    if not workbook.fileclosed:
        workbook.close()
    shutil.rmtree(folder, ignore_errors=True)
