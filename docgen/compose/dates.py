"""Dates as a notice writes them: year, month and day, without leading zeros (GB/T 9704-2012 7.3.5.4)."""

from __future__ import annotations

import datetime

from docgen.compose.numerals import chinese_digits, chinese_number

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")


def day(date: datetime.date) -> str:
    """3月13日."""
    return f"{date.month}月{date.day}日"


def full_date(date: datetime.date) -> str:
    """2020年3月13日."""
    return f"{date.year}年{day(date)}"


def weekday(date: datetime.date) -> str:
    """星期五."""
    return WEEKDAYS[date.weekday()]


def chinese_date(date: datetime.date) -> str:
    """二○一二年二月二十一日, as notices before GB/T 9704-2012 were signed."""
    return f"{chinese_digits(date.year)}年{chinese_number(date.month)}月{chinese_number(date.day)}日"


def time_of_day(time: str) -> str:
    """``17:00`` → 17时, ``17:30`` → 17时30分, ``9:05`` → 9时05分."""
    hour, minute = time.split(":")
    return f"{int(hour)}时" + (f"{minute}分" if int(minute) else "")
