"""Checks of words, choices, dates and numbers."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Container

from docgen.diagnostics import did_you_mean
from docgen.language import _
from docgen.roster.cells import Complaint, Reading
from docgen.roster.codes import Code
from docgen.roster.columns import Column
from docgen.roster.masking import quoted
from docgen.sources.guesses import day_meant, number_meant

SEPARATORS = re.compile(r"[、，,；;\n]+")
"""What stands between several values in one cell."""

EARLIEST, LATEST = 18264, 73415
"""1950-01-01 and 2100-12-31 as Excel counts days: what a number in a column of dates may mean."""

_DAY = re.compile(r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?(?: 0?0:00(?::00)?)?|(\d{4})(\d{2})(\d{2})")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def check_line(text: str, _column: Column) -> Reading:
    """One line; a break within it was made to fit the cell."""
    return Reading(text if text.isprintable() else re.sub(r"\s*[\r\n]+\s*", "", text))


def check_text(text: str, _column: Column) -> Reading:
    """Several lines, as typed."""
    return Reading(re.sub(r"\r\n?", "\n", text))


def check_list(text: str, _column: Column) -> Reading:
    """Several texts, with 、 between them."""
    return Reading("、".join(parts_of(text)))


def check_choice(text: str, column: Column) -> Reading:
    """One of the options, several if the field takes several; written as the form writes it."""
    known = {_plain(option): option for option in column.options}
    if _plain(text) in known:
        return Reading(known[_plain(text)])
    parts = _chosen(text, known) if column.multiple else [text]
    for part in parts:
        if _plain(part) not in known:
            reason = _('"{value}" cannot stand here').format(value=quoted(part))
            hint = did_you_mean(part, column.options)
            return Reading("", Complaint(Code.NOT_A_CHOICE, reason, hint))
    return Reading("、".join(known[_plain(part)] for part in parts))


def _chosen(text: str, known: Container[str]) -> list[str]:
    """Spaces and strokes may stand between several, too, if not within one."""
    chosen: list[str] = []
    for part in parts_of(text):
        chosen += [part] if _plain(part) in known else re.split(r"[\s/／]+", part)
    return chosen


def check_day(text: str, _column: Column) -> Reading:
    """2023-05-01, 2023/5/1, 2023年5月1日, 20230501; a number is a day as Excel counts them."""
    plain = " ".join(unicodedata.normalize("NFKC", text).split())
    if plain.isdecimal() and EARLIEST <= int(plain) <= LATEST:
        return Reading(datetime.date(1899, 12, 30) + datetime.timedelta(int(plain)))
    match = _DAY.fullmatch(re.sub(r" ?([年月日]) ?", r"\1", plain))
    try:
        if match:
            year, month, day = (int(part) for part in match.groups() if part)
            return Reading(datetime.date(year, month, day))
    except ValueError:  # 2023-02-30
        pass
    reason = _('"{value}" is not a date').format(value=quoted(text))
    guess = day_meant(text)
    hint = _("did you mean {guess}?").format(guess=guess) if guess else _("write it as 2023-05-01")
    return Reading("", Complaint(Code.NOT_A_DAY, reason, hint))


def check_number(text: str, column: Column) -> Reading:
    """A number; a whole one can be reckoned with in the words, and what a quota counts is whole."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    plain = re.sub(r"(?<=\d),(?=\d{3}(\D|$))", "", plain)
    if column.quota:
        plain = re.sub(r"\.0+$", "", plain)
    if column.quota and not plain.isdecimal() and _NUMBER.fullmatch(plain):
        reason = _('"{value}" is not a whole number').format(value=quoted(text))
        return Reading("", Complaint(Code.NOT_A_NUMBER, reason, _("write digits only")))
    if _NUMBER.fullmatch(plain):
        return Reading(int(plain) if "." not in plain and len(plain) < 16 else plain)
    reason = _('"{value}" is not a number').format(value=quoted(text))
    guess = number_meant(text)
    hint = _("did you mean {guess}?").format(guess=guess) if guess else _("write digits only")
    return Reading("", Complaint(Code.NOT_A_NUMBER, reason, hint))


def parts_of(text: str) -> list[str]:
    """The values in one cell."""
    return [part.strip() for part in SEPARATORS.split(text) if part.strip()]


def _plain(text: str) -> str:
    """Spaces and full-width letters make no other choice."""
    return "".join(unicodedata.normalize("NFKC", text).split())
