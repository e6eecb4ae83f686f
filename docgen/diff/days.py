"""Dates of two years beside each other: how much later, on which day of the week, how long after the issue."""

from __future__ import annotations

import calendar
import datetime
import re

from docgen.compose import dates

_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")


def written(date: datetime.date, time: str | None = None) -> str:
    """2024年3月1日（星期五）17时."""
    clock = dates.time_of_day(time) if time else ""
    return f"{dates.full_date(date)}（{dates.weekday(date)}）{clock}"


def later_by(old: datetime.date, new: datetime.date, years: tuple[int, int]) -> int:
    """By how many days the new date is later; dates of two years' campaigns as if both were in the later year."""
    by = years[1] - years[0]
    if by > 0:
        old = in_year(old, old.year + by)
    elif by < 0:
        new = in_year(new, new.year - by)
    return (new - old).days


def in_year(date: datetime.date, year: int) -> datetime.date:
    """The same day of another year; of a leap day the last of February."""
    last = calendar.monthrange(year, date.month)[1]
    return date.replace(year=year, day=min(date.day, last))


def how_much_later(days: int, across_years: bool) -> str:
    """推后6天, 提前3天; across years with what it is measured by."""
    if days == 0:
        return "月日不变" if across_years else ""
    moved = f"推后{days}天" if days > 0 else f"提前{-days}天"
    return f"比上次同期{moved}" if across_years else moved


def date_in(text: str, year: int) -> datetime.date | None:
    """The one date of a text such as 3月13日（星期五）; without a year of its own in ``year``."""
    match = _DATE.match(text)
    if not match or not (match[1] or year):
        return None
    try:
        return datetime.date(int(match[1] or year), int(match[2]), int(match[3]))
    except ValueError:
        return None
