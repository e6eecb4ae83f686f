"""Which year in the words moves and which stays: one table, ``RULES``, read from the top; the first that fits decides.

``Y`` in a pattern is the old year, in digits or characters: 2023, ２０２３, 二○二三.
"""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from typing import Literal

from docgen.frozen import dataclass
from docgen.language import _

Verdict = Literal["moved", "left"]

RULES: tuple[tuple[str, Verdict, str], ...] = (
    ("expression", "left", r"\{\{.*?\}\}|\{%.*?%\}"),
    ("document number", "left", r"[〔\[［【（(]\s*Y\s*[〕\]］】）)]\s*第?\s*\d*\s*号|〔\s*Y\s*〕"),
    ("law", "left", r"Y\s*年?\s*(?:[\d\s月日]*(?:第\S{1,3}次)?(?:修订|修正|修改)|版|第\s*\d+\s*号(?:令|公告)?)"),
    ("standard", "left", r"[A-Z]+(?:[/ ][A-Z]+)*\s*[\d.]+\s*[-—－]\s*Y"),
    (
        "span of years",
        "left",
        r"Y\s*年?\s*[-—－–~～至到]+\s*(?:19|20)\d\d(?!\d)|(?<!\d)(?:19|20)\d\d\s*年?\s*[-—－–~～至到]+\s*Y(?!\s*年\s*\d+\s*月)",
    ),
    ("code", "left", r"[A-Za-z0-9][@_/:+.\-]*Y|Y[@_/:+.\-]*[A-Za-z0-9]"),
    ("past title", "left", r"《[^《》]*?Y[^《》]*(?<![表册书单])》"),
    ("since", "left", r"Y\s*年\s*(?:以来|以前|之前)|Y\s*年[\d\s月日]*起\s*(?:施行|实施|执行|试行)"),
    ("year", "moved", r"Y\s*年"),
    ("no year", "left", r"Y"),
)
"""Name, what becomes of the year, where it stands."""

_DATE = (
    r"(?:(?P<year>Y)\s*年\s*|(?<![年\d])|(?<=[今本]年))(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日"
    r"(?P<weekday>\s*[（(]\s*(?:星期|周|礼拜)[一二三四五六日天]\s*[）)])?"
)
_NO_DEADLINE = re.compile(r"每年\s*$")

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ZEROS = "○〇零Ｏ"
_CHARACTERS = "一二三四五六七八九"


@dataclass(frozen=True)
class FoundYear:
    """The old year at ``start`` to ``end`` of a text, and the rule that decides; ``new`` is what it becomes."""

    start: int
    end: int
    rule: str
    new: str | None = None


@dataclass(frozen=True)
class FoundDate:
    """A date typed in the words; ``weekday`` is how its weekday stands behind it, ``full``: with its year."""

    start: int
    end: int
    day: datetime.date
    full: bool
    weekday: str = ""


def years_in(text: str, old: int, new: int) -> Iterator[FoundYear]:
    """Every time the old year is written in ``text``, in order."""
    spans = [(name, verdict, list(_pattern(pattern, old).finditer(text))) for name, verdict, pattern in RULES]
    for match in _pattern("Y", old).finditer(text):
        name, verdict = next(
            (name, verdict)
            for name, verdict, found in spans
            if any(one.start() <= match.start() < one.end() for one in found)
        )
        yield FoundYear(*match.span(), name, as_written(new, match[0]) if verdict == "moved" else None)


def dates_in(text: str, old: int) -> Iterator[FoundDate]:
    """Every date of the old year, or without a year, that is typed in ``text`` and may be one to move."""
    kept = [
        span for name, pattern in _KEPT for span in (match.span() for match in _pattern(pattern, old).finditer(text))
    ]
    for match in _pattern(_DATE, old).finditer(text):
        inside = any(start <= match.start() < end for start, end in kept)
        if inside or _NO_DEADLINE.search(text[: match.start()]):
            continue
        try:
            day = datetime.date(old, int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        yield FoundDate(*match.span(), day, bool(match["year"]), match["weekday"] or "")


_KEPT = tuple(
    (name, pattern) for name, verdict, pattern in RULES if verdict == "left" and name not in ("no year", "code")
)


def as_written(year: int, like: str) -> str:
    """``year`` in the script of ``like``: 2024, ２０２４, 二○二四 with the same zero."""
    if like.isascii():
        return str(year)
    if like[-1] in _digits_wide():
        return str(year).translate(_WIDE)
    zero = next((char for char in like if char in _ZEROS), "○")
    return "".join(zero if digit == "0" else _CHARACTERS[int(digit) - 1] for digit in str(year))


def rule_words(rule: str) -> str:
    """Why a year moves or stays, for the report."""
    return {
        "expression": _("within an expression"),
        "document number": _("part of a document number"),
        "law": _("the year of a law, an edition or an order"),
        "standard": _("the year of a standard"),
        "span of years": _("a span of years"),
        "code": _("part of an address, a code or a longer number"),
        "past title": _("in the title of a document of that year"),
        "since": _("something that began or ended then"),
        "year": _("the year of the campaign"),
        "date": _("part of a date"),
        "no year": _("nothing says that it is a year"),
        "name": _("in a name"),
        "once": _("valid for one year only"),
        "past": _("within a document of that year"),
        "fixed": _("a contact, a code or a name"),
        "file": _("the name of a file"),
        "comment": _("in a comment"),
        "key": _("in a key"),
    }[rule]


@functools.lru_cache(maxsize=64)
def _pattern(pattern: str, year: int) -> re.Pattern[str]:
    return re.compile(pattern.replace("Y", _year_pattern(year)))


def _year_pattern(year: int) -> str:
    characters = "".join(f"[{_ZEROS}]" if digit == "0" else _CHARACTERS[int(digit) - 1] for digit in str(year))
    wide = str(year).translate(_WIDE)
    return rf"(?:(?<!\d){year}(?!\d)|{wide}|(?<![{_CHARACTERS}{_ZEROS}]){characters}(?=\s*年))"


def _digits_wide() -> str:
    return "０１２３４５６７８９"
