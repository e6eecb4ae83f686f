"""Periods as they stand in a text: from a day, a month, a year, an hour to another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from docgen.lint.days import BRACKET, HOUR, JOINTS, TO, days_in, in_words
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern


class Period(NamedTuple):
    """``text[start:end]`` names a period; ``first`` and ``last`` are its ends in words.

    ``reversed``: it ends before it begins.
    """

    start: int
    end: int
    first: str
    last: str
    reversed: bool


def periods_in(passage: Passage, year: int | None) -> Iterator[Period]:
    """The periods of a passage, kind by kind; ``year``: the document's. Those of every year (每年) are left out."""
    yield from _of_days(passage, year)
    yield from _of_months(passage.bare)
    yield from _of_years(passage.bare)
    yield from _of_hours(passage.text)


# ---------------------------------------------------------------- days

_TO_DAY = Pattern(rf"{BRACKET}{HOUR}\s*{BRACKET}{TO}\s*$")
_YEARLY = Pattern(r"每[年月季]|次年|翌年|次月|跨年")
_BREAK = Pattern(r"[。；，、]")


def _of_days(passage: Passage, year: int | None) -> Iterator[Period]:
    for first, last in itertools.pairwise(days_in(passage, year)):
        between = passage.bare[first.end : last.start]
        if not (first.date and last.date) or JOINTS.isdisjoint(between) or not _TO_DAY.match(between):
            continue
        short = "月" not in passage.text[last.start : last.end]
        if not short and _recurs(passage.bare, first.start, last.start):
            continue
        is_reversed = last.date < first.date
        yield Period(first.start, last.end, in_words(first.date), in_words(last.date), is_reversed)


def _recurs(text: str, start: int, end: int) -> bool:
    """Whether the clause is about every year: 每年11月15日至3月15日."""
    clause = _BREAK.split(text[:start])[-1] + text[start:end]
    return _YEARLY.search(clause) is not None


# ---------------------------------------------------------------- months and years

_MONTHS = Pattern(
    r"(?<!\d)(?P<y1>20\d\d)\s*年\s*(?P<m1>\d{1,2})\s*月?(?P<t1>[初中底末]|[上中下]旬)?"
    rf"\s*{TO}\s*(?:(?P<y2>20\d\d)\s*年\s*)?(?P<m2>\d{{1,2}})\s*月(?P<t2>[初中底末]|[上中下]旬)?"
)
_THIRDS = {"初": 0, "上旬": 0, "中": 1, "中旬": 1, "下旬": 2, "底": 2, "末": 2}


def _of_months(text: str) -> Iterator[Period]:
    """2026年8月至2028年7月, 2026年10月中旬至12月下旬; the year stands there, or nobody knows which it is."""
    for match in _MONTHS.finditer(text) if "年" in text and "月" in text else ():
        first = (int(match["y1"]), int(match["m1"]))
        last = (int(match["y2"] or match["y1"]), int(match["m2"]))
        if first == last and match["t1"] and match["t2"]:
            is_reversed = _THIRDS[match["t2"]] < _THIRDS[match["t1"]]
        else:
            is_reversed = last < first
        yield Period(*match.span(), _month(*first, match["t1"]), _month(*last, match["t2"]), is_reversed)


def _month(year: int, month: int, third: str | None) -> str:
    """2026年10月中旬."""
    return f"{year}年{month}月{third or ''}"


_YEARS = Pattern(rf"(?<![\d〔\[])(?P<y1>20\d\d)\s*(?:年度?)?\s*{TO}\s*(?P<y2>20\d\d)\s*(?:年|学年)")


def _of_years(text: str) -> Iterator[Period]:
    for match in _YEARS.finditer(text) if text.count("20") > 1 else ():
        yield Period(*match.span(), f"{match['y1']}年", f"{match['y2']}年", match["y2"] < match["y1"])


# ---------------------------------------------------------------- hours

_CLOCK = r"\d{{1,2}})[:：](?P<{0}>[0-5]\d)(?![\d:：])"
_HOURS = Pattern(
    r"(?P<half>上午|下午)?\s*(?<![\d:：.])(?P<h1>" + _CLOCK.format("m1") + rf"\s*{TO}\s*(?P<h2>" + _CLOCK.format("m2")
)
_MORNING, _NOON, _EVENING = 6 * 60, 12 * 60, 18 * 60


def _of_hours(text: str) -> Iterator[Period]:
    """9:00—11:30; only where both ends are of the same half of a day, because a watch may run through the night."""
    if ":" not in text and "：" not in text:
        return
    for match in _HOURS.finditer(text):
        first, last = int(match["h1"]) * 60 + int(match["m1"]), int(match["h2"]) * 60 + int(match["m2"])
        morning = first < _NOON or (first == _NOON and match["half"] == "上午")
        earliest, latest = (_MORNING, _NOON) if morning else (_NOON, _EVENING)
        is_reversed = earliest <= last < first <= latest and not (morning and match["half"] == "下午")
        words = (f"{match['h1']}:{match['m1']}", f"{match['h2']}:{match['m2']}")
        yield Period(match.start("h1"), match.end(), *words, is_reversed)
