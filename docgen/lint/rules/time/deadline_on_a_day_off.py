"""截止日期最好不落在周末和法定节假日。

这一天无人值班收件，单位也没有人盖章。节假日以国务院办公厅公布的安排为准，尚未公布的年份只看固定日期的节日和周末。
调休上班的周末是工作日，不提示。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import in_words, issued, weekday
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-004",
    name="deadline-on-a-day-off",
    title="截止日落在周末或法定节假日应提示",
    severity="info",
    tier="计算",
    source="计算校验（国务院办公厅历年节假日安排）",
    bad="请于2026年3月7日（星期六）前报送",
    good="请于2026年3月6日（星期五）前报送",
    wants=("campaign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The campaign's deadlines, and those that are typed in its words."""
    if reading.loaded is None:
        return
    day = issued(reading) or datetime.date.min
    for key, deadline in reading.loaded.campaign.deadlines.items():
        if deadline.date > day and (why := _why(deadline.date)):
            yield at(reading.place("deadlines", key, "date"), _message(deadline.date, why), _hint())
    for passage, due in reading.due:
        told = due.date <= day or not passage.is_typed(due.start, due.end)
        if not (told or due.whole_month or due.period) and (why := _why(due.date)):
            yield passage.hit(due.start, due.end, _message(due.date, why), _hint())


def _why(day: datetime.date) -> str:
    """国庆节, 星期六; empty on a working day, also one that makes up for a holiday (调休上班)."""
    from docgen.years.workdays import day_off, makes_up

    reason = "" if makes_up(day) else day_off(day)
    return weekday(day) if reason == "周末" else reason


def _message(day: datetime.date, why: str) -> str:
    return _("the deadline {date} is a day off ({why})").format(date=in_words(day), why=why)


def _hint() -> str:
    return _("take the working day before")
