"""Where the table is: which sheet, which row is its header, what its columns mean, and letters about all that.

Rosters have titles above the header, and headers of two rows (联系方式 above 电话 and 邮箱). The header is looked for
in the first ten rows: the row that means most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NoReturn

from docgen.diagnostics import DocgenError, Exit, Place, Problem, nearest
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.roster.cells import text_of
from docgen.roster.codes import Code, numbered
from docgen.roster.columns import Column
from docgen.roster.headers import Dictionary, Matched, matched, plain_header
from docgen.roster.plan import RosterPlan
from docgen.roster.sheets import Sheet, SheetRow, refuse
from docgen.roster.unit import Severity

HEADER_WITHIN = 10
"""Rows in which the header is looked for."""

NAMES = ("姓名", "名称")
"""What says no more than the head above it."""


@dataclass(frozen=True)
class Table:
    """``headers`` as typed, ``columns`` by index; the units begin below ``header_row`` (0: there is none)."""

    sheet: Sheet
    header_row: int
    headers: tuple[str, ...]
    columns: dict[int, Column]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class _Candidate:
    sheet: Sheet
    row: SheetRow
    headers: tuple[str, ...]
    match: Matched

    @property
    def names_units(self) -> bool:
        return any(column.key == "name" for column in self.match.columns.values())


def find_table(sheets: Sequence[Sheet], plan: RosterPlan) -> Table:
    """The first sheet with a header that names the units. Raises DocgenError (exit code 3)."""
    dictionary = Dictionary(plan)
    best: list[_Candidate] = []
    errors: list[DocgenError] = []
    for sheet in sheets:
        candidate = max(_candidates(sheet, dictionary, errors), key=_worth, default=None)
        if candidate and candidate.names_units:
            return _table(candidate, dictionary, several=len({one.name for one in sheets}) > 1)
        best += [candidate] if candidate else []
    if errors and not any(candidate.match.columns for candidate in best):
        raise errors[0]
    if not best:
        refuse(Code.NOTHING_IN_IT, _("there is nothing in it"), sheets[0].file if sheets else "")
    _no_header(max(best, key=_worth), dictionary)


def _candidates(sheet: Sheet, dictionary: Dictionary, errors: list[DocgenError]) -> Iterator[_Candidate]:
    """Each row that may be the header, told apart by the row above it; then with its gaps filled from there."""
    if sheet.headers is not None:
        yield _Candidate(sheet, SheetRow(0, ()), sheet.headers, matched(sheet.headers, dictionary))
        return
    above: tuple[str, ...] = ()
    for row in _first_rows(sheet, errors):
        texts = tuple(text_of(cell) for cell in row.cells)
        if any(texts):
            own = _told_apart(texts, above, dictionary)
            yield _Candidate(sheet, row, own, matched(own, dictionary))
            if any(above):
                filled = tuple(text or (above[index] if index < len(above) else "") for index, text in enumerate(own))
                yield _Candidate(sheet, row, filled, matched(filled, dictionary))
        above = texts


def _told_apart(texts: Sequence[str], above: Sequence[str], dictionary: Dictionary) -> tuple[str, ...]:
    """电话 below 联系人, which stands over several columns, is 联系人电话, if that means something; 姓名 is 联系人."""
    headers, group = [], ""
    for index, text in enumerate(texts):
        group = (above[index] if index < len(above) else "") or group
        fuller = [group + text, *([group] if plain_header(text) in NAMES else [])] if text and group else []
        headers.append(next((one for one in fuller if dictionary.meanings(one)), text))
    return tuple(headers)


def _first_rows(sheet: Sheet, errors: list[DocgenError]) -> Iterator[SheetRow]:
    """Rows until one is no CSV; that of a text cut at the wrong signs means nothing."""
    try:
        yield from islice(sheet.rows(), HEADER_WITHIN)
    except DocgenError as error:
        if error.problems[0].code != numbered(Code.CSV):
            raise
        errors.append(error)


def _worth(candidate: _Candidate) -> tuple[bool, int, int]:
    """Naming the units counts most, then the number of columns; a second row only if it makes more of them."""
    match = candidate.match
    return candidate.names_units, len(match.columns), -len(match.doubled)


# ---------------------------------------------------------------- letters


def _table(found: _Candidate, dictionary: Dictionary, several: bool) -> Table:
    match = found.match
    fatal = [*_doubled(found), *_ambiguous(found), *_wrong_keys(found)]
    problems = [*_taken(found, several), *_unknown(found, dictionary), *_missing(found, dictionary.plan)]
    if fatal:
        raise DocgenError([*fatal, *(problem for problem in problems if problem.severity != "note")], Exit.CAMPAIGN)
    problems += found.sheet.remarks_of(found.row.number)
    return Table(found.sheet, found.row.number, found.headers, match.columns, tuple(problems))


def _no_header(best: _Candidate, dictionary: Dictionary) -> NoReturn:
    """No row names the units: perhaps the column is called something else."""
    place = Place(best.sheet.file, best.row.number or None)
    name = next(column for column in dictionary.plan.columns if column.key == "name")
    if len(best.match.columns) == 0:
        message = _("none of the first {n} rows names the columns").format(n=HEADER_WITHIN)
        wanted = listed([column.label for column in dictionary.plan.columns if column.offer == "always"][:6])
        refuse(Code.NO_HEADER, message, place, _("write the headers: {wanted} …").format(wanted=wanted))
    message = _("there is no column {label}").format(label=name.label)
    unknown = [best.headers[index] for index in best.match.unknown]
    hint = _("is it {header}? Rename it").format(header=unknown[0]) if unknown else _("add it")
    refuse(Code.MISSING_COLUMN, message, place, hint)


def _taken(found: _Candidate, several: bool) -> Iterator[Problem]:
    if found.row.number > 1:
        message = _("row {row} is taken for the header").format(row=found.row.number)
        yield Problem(numbered(Code.HEADER_TAKEN), message, Place(found.sheet.file), severity="note")
    if several:
        message = _("the sheet {name} is read").format(name=found.sheet.name)
        hint = _('another one is named by "{file}#…"').format(file=found.sheet.file)
        yield Problem(numbered(Code.HEADER_TAKEN), message, Place(found.sheet.file), hint, "note")


def _unknown(found: _Candidate, dictionary: Dictionary) -> Iterator[Problem]:
    for index in found.match.unknown:
        message = _("the column {header} is not known and not read").format(header=found.headers[index])
        guess = nearest(found.headers[index], dictionary.words())
        hint = _("did you mean {guess}?").format(guess=guess) if guess else _("name it in columns: of the campaign")
        yield _letter(Code.UNKNOWN_COLUMN, message, hint, found, index, "warning")


def _missing(found: _Candidate, plan: RosterPlan) -> Iterator[Problem]:
    there = {column.key for column in found.match.columns.values()}
    for column in plan.columns:
        if column.required and column.key not in there:
            message = _("there is no column {label}").format(label=column.label)
            hint = _("the forms are filled in from it; add it")
            yield Problem(numbered(Code.MISSING_COLUMN), message, _header_place(found), hint)
    headers = {plain_header(header) for header in found.headers}
    for key, header in plan.written.items():
        if plain_header(header) not in headers:
            message = _('columns.{key}: no column is called "{header}"').format(key=key, header=header)
            yield Problem(numbered(Code.COLUMN_NOT_THERE), message, _header_place(found), severity="warning")


def _doubled(found: _Candidate) -> Iterator[Problem]:
    for index, (first, column) in found.match.doubled.items():
        message = _("the columns {first} and {second} are both {label}").format(
            first=_title(found, first), second=_title(found, index), label=column.label
        )
        yield _letter(Code.TWO_COLUMNS, message, _("delete one of them, or rename it"), found, index)


def _ambiguous(found: _Candidate) -> Iterator[Problem]:
    for index, columns in found.match.ambiguous.items():
        message = _("the column {header} could be several things").format(header=found.headers[index])
        names = listed(column.label for column in columns)
        yield _letter(Code.AMBIGUOUS, message, _("write one of: {names}").format(names=names), found, index)


def _wrong_keys(found: _Candidate) -> Iterator[Problem]:
    for index, wrong in found.match.wrong_keys.items():
        yield _letter(Code.UNKNOWN_KEY, wrong.reason, wrong.hint, found, index)


def _title(found: _Candidate, index: int) -> str:
    """联系电话 (C1)."""
    cell = found.sheet.cell(found.row, index)
    return f"{found.headers[index]} ({cell})" if cell else found.headers[index]


def _header_place(found: _Candidate) -> Place:
    return Place(found.sheet.file, found.row.number or None)


def _letter(
    code: Code, message: str, hint: str, found: _Candidate, index: int, severity: Severity = "error"
) -> Problem:
    place = found.sheet.place(found.row, index) if found.row.number else Place(found.sheet.file)
    return Problem(numbered(code), message, place, hint, severity)
