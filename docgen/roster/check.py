"""Whether a cell says what its column asks for: one small function for each kind, in one table.

A check gets the cell and its column and returns the value as the forms need it, or what is wrong. First, whatever
the kind: cells that Excel has broken, characters that cannot be printed; last, the word limit.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from docgen.language import _
from docgen.roster.cells import LONGEST_SHOWN, Broken, Complaint, Raw, Reading, digits_of, is_shortened, text_of
from docgen.roster.check_codes import check_credit_code, check_id_number, check_postcode
from docgen.roster.check_contacts import check_email, check_mobile, check_phone
from docgen.roster.check_texts import check_choice, check_day, check_line, check_list, check_number, check_text
from docgen.roster.codes import Code
from docgen.roster.columns import Column, Kind
from docgen.roster.masking import quoted
from docgen.roster.unit import Severity
from docgen.roster.word_count import word_count
from docgen.sources.text_file import control_message, tag_message

MOST_DIGITS = 10**15
"""Excel keeps 15 digits of a number; what is longer ends in zeros that nobody typed."""

Check = Callable[[str, Column], Reading]

CHECKS: dict[Kind, Check] = {
    "line": check_line,
    "text": check_text,
    "date": check_day,
    "phone": check_phone,
    "mobile": check_mobile,
    "email": check_email,
    "number": check_number,
    "choice": check_choice,
    "idcard": check_id_number,
    "creditcode": check_credit_code,
    "postcode": check_postcode,
    "list": check_list,
}

ERROR_VALUES = frozenset(
    {
        "#NULL!",
        "#DIV/0!",
        "#VALUE!",
        "#REF!",
        "#NAME?",
        "#NUM!",
        "#N/A",
        "#SPILL!",
        "#CALC!",
        "#GETTING_DATA",
    }
)
"""What Excel writes where a formula fails."""

CODE_KINDS = ("phone", "mobile", "idcard", "creditcode", "postcode")
"""Digits that are no number and no date, whatever Excel thinks."""

WORDS = ("line", "text", "list", "choice")
"""What may hold any words, 无 among them."""

NOTHING = frozenset({"无", "暂无", "没有", "/", "／", "\\", "-", "—", "——", "－", "–"})
"""How clerks say that there is no telephone, no mailbox, no date."""

DITTO = ("同上", "同前", "〃", "″")


def check_cell(raw: Raw, column: Column) -> Reading:
    """The value of a cell, or what is wrong with it."""
    text = text_of(raw)
    raw = text if isinstance(raw, str) else raw
    if raw == "":
        return _empty(column)
    if complaint := _broken(raw, column):
        return Reading("", complaint)
    if isinstance(raw, datetime.date) and column.kind == "date":
        return Reading(datetime.date(raw.year, raw.month, raw.day))
    text = digits_of(text) if column.kind in CODE_KINDS else text
    if text in NOTHING and column.kind not in WORDS:
        return _empty(column)
    reading = CHECKS[column.kind](text, column)
    if isinstance(raw, datetime.date) and not reading.complaint:
        return replace(reading, complaint=_made_a_date(text, "warning"))
    return _within_limit(reading, column) if column.limit else reading


def _empty(column: Column) -> Reading:
    if not column.required:
        return Reading("")
    return Reading("", Complaint(Code.EMPTY, _("nothing is written here"), _("fill it in")))


def _broken(raw: Raw, column: Column) -> Complaint | None:
    match raw:
        case str() if raw in ERROR_VALUES:  # as CSV files have it
            return _broken(Broken(raw), column)
        case str() if raw in DITTO:
            reason = _('"{value}" says nothing where each unit has a form of its own').format(value=raw)
            return Complaint(Code.DITTO, reason, _("write it out"))
        case str() if _is_shortened(raw, column):
            reason = _('Excel has shortened a number to "{value}"; its last digits are lost')
            hint = _("format the column as text, then type the digits again")
            return Complaint(Code.DIGITS_LOST, reason.format(value=shown(raw, column)), hint)
        case str():
            if message := control_message(raw):
                return Complaint(Code.CONTROL_CHARACTER, message, _("delete it"))
            message = tag_message(raw)
            return Complaint(Code.TAG, message, _("write no braces, or single ones")) if message else None
        case Broken(error=""):
            reason = _("the formula here has no value saved with it")
            return Complaint(Code.NO_VALUE, reason, _("open the file in Excel or WPS, let it reckon, save it"))
        case Broken(error=error):
            reason = _("here is the error value {value}").format(value=error)
            return Complaint(Code.ERROR_VALUE, reason, _("mend the formula, or type the value"))
        case float() if abs(raw) >= MOST_DIGITS and column.kind != "number":
            reason = _("Excel keeps only 15 digits of a number; the last digits here are lost")
            return Complaint(Code.DIGITS_LOST, reason, _("format the column as text, then type the digits again"))
        case datetime.date() | datetime.time() if column.kind in CODE_KINDS:
            return _made_a_date(text_of(raw), "error")
        case _:
            return None


def _is_shortened(text: str, column: Column) -> bool:
    """Short numbers that are no codes may be anything."""
    if "+" not in text or column.kind == "number":
        return False
    return is_shortened(text, 1 if column.kind in CODE_KINDS else LONGEST_SHOWN)


def _made_a_date(text: str, severity: Severity) -> Complaint:
    """1990-3 was typed, and 1990年3月1日 is what Excel has kept."""
    reason = _('Excel has made a date of it: "{value}"').format(value=text)
    hint = _("format the column as text, then type it again")
    return Complaint(Code.TURNED_INTO_DATE, reason, hint, severity)


def _within_limit(reading: Reading, column: Column) -> Reading:
    if column.limit is None or reading.complaint or not isinstance(reading.value, str):
        return reading
    if len(reading.value) <= column.limit:  # none of its characters counts twice
        return reading
    count = word_count(reading.value)
    if count <= column.limit:
        return reading
    reason = _("{count} characters where {limit} may stand: {over} too many").format(
        count=count, limit=column.limit, over=count - column.limit
    )
    return replace(reading, complaint=Complaint(Code.TOO_LONG, reason, _("shorten it")))


def shown(raw: Raw, column: Column) -> str:
    """The cell as letters quote it."""
    return quoted(text_of(raw), secret=column.kind == "idcard")
