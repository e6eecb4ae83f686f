"""Rosters as Excel files: read by calamine, which is quick but keeps silent about some things.

Errors (#REF!) and formulas without a value come from it as empty cells; of hidden rows it says nothing. So the
sheet's own XML, or the records of an .xls file, are looked through for these (``workbook_marks``).
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from docgen.diagnostics import Place, Problem, did_you_mean
from docgen.language import _
from docgen.roster.cells import Raw, cell_name
from docgen.roster.codes import Code, numbered
from docgen.roster.sheets import Sheet, SheetRow, refuse
from docgen.roster.workbook_marks import DamagedError, Marks, TooWideError, marks_of
from docgen.world.silence import silent_stderr

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook


def workbook_sheets(path: Path, wanted: str = "") -> list[Sheet]:
    """The sheets that can be seen, or the one called ``wanted``. Raises DocgenError (exit code 3)."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    book = _Book(path)
    sheets = book.opened().sheets_metadata
    names = [one.name for one in sheets if one.typ == SheetTypeEnum.WorkSheet]
    if wanted:
        if wanted not in names:
            message = _('there is no sheet "{name}"').format(name=wanted)
            refuse(Code.NO_SHEET, message, str(path), did_you_mean(wanted, names))
        return [_sheet(book, wanted)]
    hidden = {one.name for one in sheets if one.visible != SheetVisibleEnum.Visible}
    return [_sheet(book, name) for name in names if name not in hidden]


@dataclass
class _Book:
    """A workbook, opened when it is needed: calamine keeps all its texts in memory."""

    path: Path
    workbook: CalamineWorkbook | None = None

    def opened(self) -> CalamineWorkbook:
        if self.workbook is None:
            self.workbook = _opened(self.path)
        return self.workbook


def _opened(path: Path) -> CalamineWorkbook:
    from python_calamine import CalamineWorkbook

    # By content: the ending may be wrong.
    with path.open("rb") as file, _told_as_letter(path):
        return CalamineWorkbook.from_filelike(file)


@contextlib.contextmanager
def _told_as_letter(path: Path) -> Iterator[None]:
    """What calamine says of a workbook that it cannot read; inside a damaged one it may stumble (a Rust panic)."""
    from python_calamine import CalamineError, PasswordError

    try:
        with silent_stderr():
            yield
    except PasswordError:
        message = _("the workbook is protected by a password")
        refuse(Code.ENCRYPTED, message, str(path), _("save it without a password"))
    except BaseException as error:
        if not isinstance(error, CalamineError | OSError) and type(error).__name__ != "PanicException":
            raise
        _refuse_damaged(path, error)


def _refuse_damaged(path: Path, reason: BaseException) -> NoReturn:
    message = _("the workbook cannot be read: {reason}").format(reason=reason)
    refuse(Code.DAMAGED, message, str(path), _("open it in Excel or WPS and save it as .xlsx"))


@dataclass
class _Opened:
    """A sheet, read when it is needed, and forgotten after its last row: calamine keeps all its cells."""

    book: _Book
    name: str
    sheet: CalamineSheet | None = None
    marks: Marks | None = None

    def read(self) -> tuple[CalamineSheet, Marks]:
        """The sheet and its marks, which come first: they tell whether it is too large."""
        self.marks = self.marks or self._marks()
        self.sheet = self.sheet or self._sheet()
        return self.sheet, self.marks

    def forget(self) -> None:
        """Its memory is needed for better things."""
        self.sheet, self.book.workbook = None, None

    def _marks(self) -> Marks:
        try:
            return marks_of(self.book.path, self.name)
        except TooWideError as error:
            message = _("the sheet {name} reaches to {cell}").format(name=self.name, cell=error.cell)
            hint = _("delete the empty rows and columns around the table")
            refuse(Code.TOO_LARGE, message, str(self.book.path), hint)
        except DamagedError as error:
            _refuse_damaged(self.book.path, error)

    def _sheet(self) -> CalamineSheet:
        workbook = self.book.opened()
        with _told_as_letter(self.book.path):
            return workbook.get_sheet_by_name(self.name)


def _sheet(book: _Book, name: str) -> Sheet:
    opened = _Opened(book, name)
    return Sheet(str(book.path), partial(_rows, opened), name, remarks_of=partial(_remarks, opened))


def _rows(opened: _Opened) -> Iterator[SheetRow]:
    """The rows from row 1 and column A on, with the cells that calamine left empty put right."""
    sheet, marks = opened.read()
    before = [""] * (sheet.start[1] if sheet.start else 0)
    merged = _merged_down(sheet)
    above: dict[tuple[int, int], Raw] = {}
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells: list[Any] = [*before, *row]
        for index, broken in marks.broken.get(number, {}).items():
            cells.extend([""] * (index + 1 - len(cells)))
            cells[index] = broken
        for index, first in merged.get(number, {}).items():
            if first == number:
                above[first, index] = cells[index]
            elif cells[index] == "":
                cells[index] = above[first, index]
        yield SheetRow(number, cells)
    del sheet
    opened.forget()


def _merged_down(sheet: CalamineSheet) -> dict[int, dict[int, int]]:
    """Row → column → the first row of the cells merged there; those that are one row high are left alone."""
    found: dict[int, dict[int, int]] = {}
    for (top, left), (bottom, _right) in sheet.merged_cell_ranges or ():
        for row in range(top, bottom + 1) if bottom > top else ():
            found.setdefault(row + 1, {})[left] = top + 1
    return found


def _remarks(opened: _Opened, header_row: int) -> tuple[Problem, ...]:
    """What an author may not have seen: merged cells and hidden rows among the units."""
    sheet, marks = opened.read()
    found = []
    merged = [
        f"{cell_name(top + 1, left)}:{cell_name(bottom + 1, right)}"
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
        if bottom > top >= header_row
    ]
    if merged:
        message = _("merged cells: {cells}; what is written there counts for each of the rows")
        found.append(_remark(Code.MERGED, message.format(cells=_some(merged)), opened.book.path))
    if hidden := [str(row) for row in marks.hidden if row > header_row]:
        message = _("hidden rows are read like the others: {rows}").format(rows=_some(hidden))
        found.append(_remark(Code.HIDDEN, message, opened.book.path))
    return tuple(found)


def _remark(code: Code, message: str, path: Path) -> Problem:
    return Problem(numbered(code), message, Place(str(path)), severity="warning")


def _some(words: list[str]) -> str:
    return ", ".join(words[:10]) + (" …" if len(words) > 10 else "")
