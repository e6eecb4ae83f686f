"""What a cell holds: a text as typed, a number or a date that Excel made of it, or a value that is broken."""

from __future__ import annotations

import datetime
import re

from docgen.frozen import dataclass
from docgen.roster.codes import Code
from docgen.roster.unit import Severity, Value


@dataclass(frozen=True)
class Broken:
    """A formula that failed (``#REF!``), or one whose value was not saved (empty)."""

    error: str = ""


Raw = str | int | float | bool | datetime.date | datetime.time | datetime.timedelta | Broken
"""What a reader of files hands on; an empty cell is "". A ``datetime`` is a ``date`` as well."""


@dataclass(frozen=True)
class Complaint:
    """What is wrong with a cell, and what would do; the place is known to whoever reads the row."""

    code: Code
    reason: str
    hint: str = ""
    severity: Severity = "error"


@dataclass(frozen=True)
class Reading:
    """What a cell says; with an error the value counts for nothing, with a warning it stands."""

    value: Value
    complaint: Complaint | None = None


INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Marks without width and of direction: what is copied from a web page, a chat or an address book brings them along."""

_WHOLE = re.compile(r"(\d{5,})\.0+")
_SHORTENED = re.compile(r"(\d)(?:\.(\d+))?[Ee]\+(\d{1,3})")
LONGEST_SHOWN = 11
"""Digits that Excel shows of a number; longer ones it writes 1.20101E+17, in a CSV file, too."""


def text_of(raw: Raw) -> str:
    """The cell as it was typed: 13812345678, not 13812345678.0; 2023年5月1日; TRUE; #REF!."""
    match raw:
        case str():
            # Nearly every cell is: to know that is quicker than to look for what is invisible.
            return (raw if raw.isprintable() else INVISIBLE.sub("", raw)).strip()
        case bool():
            return "TRUE" if raw else "FALSE"
        case int():
            return str(raw)
        case float():
            return number_text(raw)
        case datetime.datetime() if raw.time() != datetime.time():
            return f"{day_text(raw)} {raw:%H:%M}"
        case datetime.date():
            return day_text(raw)
        case datetime.time():
            return f"{raw:%H:%M}"
        case datetime.timedelta():
            return f"{raw.days * 24 + raw.seconds // 3600}:{raw.seconds // 60 % 60:02}"
        case Broken():
            return raw.error


def number_text(number: float) -> str:
    """15 digits, as many as Excel shows: 3, 0.3, 150102199003071000."""
    if number.is_integer() and abs(number) < 1e21:
        return str(int(number))
    return f"{number:.15g}"


def digits_of(text: str) -> str:
    """Digits that a program wrote as a number: 13812345678.0, 1.3812345678E+10; any other text as it is."""
    if whole := _WHOLE.fullmatch(text):
        return whole[1]
    short = _SHORTENED.fullmatch(text)
    if short is None or len(short[2] or "") != int(short[3]):
        return text
    return short[1] + (short[2] or "")


def is_shortened(text: str, least: int) -> bool:
    """Whether this is a number of at least ``least`` digits of which some are lost: 1.20101E+17."""
    short = _SHORTENED.fullmatch(text)
    return short is not None and int(short[3]) >= least and digits_of(text) == text


def day_text(day: datetime.date) -> str:
    """2023年5月1日."""
    return f"{day.year}年{day.month}月{day.day}日"


def cell_name(row: int, index: int) -> str:
    """B7: row 7 (from 1), column 1 (from 0)."""
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
