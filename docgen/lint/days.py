"""Dates as they stand in a text, and the day a document was issued."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.frozen import dataclass
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern

if TYPE_CHECKING:
    from docgen.lint.reading import Reading

WEEKDAYS = "一二三四五六日"

_DAY = r"(?:(?P<year>(?:19|20)\d\d)\s*年\s*)?(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]"

BRACKET = r"(?:[（(][^（()）]{1,8}[）)])?"
"""（星期五） behind a day."""
HOUR = r"(?:\s*(?:上午|中午|下午|晚上?|早上?)?\s*(?:\ufffc{4,5}|\d{1,2}[:：]\d\d|\d{1,2}\s*时(?:\d{1,2}分)?|零时))?"
"""9:00, 下午3时 behind a day."""
TO = r"(?:起?(?:持续|延续)?至|到|[—－–～~-]{1,2})"
"""Between the ends of a period."""
JOINTS = frozenset("至到—－–～~-、和及")
"""One of them stands between two days that are joined."""
_NEAR = 30
"""Characters for （星期五） and 17:30 between a day and what joins the next to it."""


class Spelled(NamedTuple):
    """``text[start:end]`` spells a day; ``typed_year``: the year stands there; ``year``: it, or that of the day before.

    A short one, as the 15日 of 3月1日至15日, has month and year of the day that it is joined to.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int
    typed_year: bool


@dataclass(frozen=True)
class Day:
    """``text[start:end]`` names a day; ``date`` is None if there is no such day.

    ``typed_year``: the year stands there; otherwise it is that of the date before, or of the document.
    """

    start: int
    end: int
    date: datetime.date | None
    typed_year: bool


@functools.cache
def day_pattern() -> Pattern:
    """2026年3月5日, 3月5日."""
    return Pattern(rf"(?<!\d){_DAY}")


@functools.cache
def _short_day() -> Pattern:
    """至15日, 、15日 behind a day; not 、15日内."""
    return Pattern(
        rf"{BRACKET}{HOUR}\s*(?:{TO}|[、和及])\s*(?P<day>\d{{1,2}})\s*[日号](?!内|之内|以内|龄|均|制|线|楼|院)"
    )


def spelled(text: str) -> Iterator[Spelled]:
    """The days that a text spells, in order, short ones as well: 3月1日至15日, 6月6日、7日."""
    year: int | None = None
    for match in day_pattern().finditer(text):
        year = int(match["year"]) if match["year"] else year
        month, end = int(match["month"]), match.end()
        yield Spelled(*match.span(), year, month, int(match["day"]), bool(match["year"]))
        while _is_joined(text, end) and (short := _short_day().match(text, end)):
            end = short.end()
            yield Spelled(short.start("day"), end, year, month, int(short["day"]), bool(match["year"]))


def _is_joined(text: str, end: int) -> bool:
    """Whether there may be one more: the pattern takes longer to compile than a page to read."""
    return not JOINTS.isdisjoint(text[end : end + _NEAR])


def days_in(passage: Passage, year: int | None, text: str | None = None) -> Iterator[Day]:
    """The days that a passage names, in order; ``year``: the document's, for those that do not say theirs."""
    for one in spelled(passage.bare if text is None else text):
        if known := one.year or year:
            yield Day(one.start, one.end, _date(known, one.month, one.day), one.typed_year)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def in_year(day: datetime.date, year: int) -> datetime.date | None:
    """The same day of another year; None if it has no such day."""
    return _date(year, day.month, day.day)


def issued(reading: Reading) -> datetime.date | None:
    """成文日期: of the campaign, else as the document bears it; None if it is not known, or written twice."""
    if reading.loaded:
        return reading.loaded.campaign.issued
    days = [day.date for passage in reading.of("date") for day in days_in(passage, None) if day.typed_year]
    return days[0] if len(days) == 1 else None


def year_of(reading: Reading) -> int | None:
    """The year that dates without one are of: that of issue, else the campaign's, else the title's."""
    day = issued(reading)
    if day:
        return day.year
    if reading.loaded:
        return reading.loaded.campaign.year
    years = {match for passage in reading.of("title") for match in re.findall(r"(20\d\d)\s*年", passage.text)}
    return int(years.pop()) if len(years) == 1 else None


def in_words(day: datetime.date) -> str:
    """2026年3月5日."""
    return f"{day.year}年{day.month}月{day.day}日"


def weekday(day: datetime.date) -> str:
    """星期四."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def working_days(first: datetime.date, last: datetime.date) -> int:
    """Working days after ``first`` up to and with ``last``, those that make up for a holiday included."""
    from docgen.years.workdays import DAY, day_off, makes_up

    count, day = 0, first + DAY
    while day <= last:
        count += makes_up(day) or not day_off(day)
        day += DAY
    return count
