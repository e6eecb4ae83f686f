"""截止日期应当在成文日期之后。

截止日期早于成文日期，或者就在成文当天，收到通知的单位已经来不及办理。多半是套用旧稿时漏改了年份，或者签发比预计的
晚。
正文里只看“于……前报送”“报名时间为……至……”一类明确表示期限的日期；叙述过去的日期不看。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import issued
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.roster.too_early import too_early

RULE = Rule(
    code="TIME-002",
    name="deadline-before-issue",
    title="截止日期不早于成文日期",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="成文2026年3月5日，“请于2026年2月28日前报送”",
    good="“请于2026年3月31日前报送”",
)


def check(reading: Reading) -> Iterator[Hit]:
    """The campaign's deadlines; in the text, days by which something is asked for."""
    day = issued(reading)
    if day is None:
        return
    planned = {one.date for one in reading.loaded.campaign.deadlines.values()} if reading.loaded else set()
    yield from _planned(reading, day)
    for passage, due in reading.due:
        told = due.date in planned or passage.is_made(due.start, due.end)
        if due.date <= day and not told:
            yield passage.hit(due.start, due.end, too_early(due.date, day), _hint())


def _planned(reading: Reading, day: datetime.date) -> Iterator[Hit]:
    for key, deadline in reading.loaded.campaign.deadlines.items() if reading.loaded else ():
        if deadline.date <= day:
            yield at(reading.place("deadlines", key, "date"), too_early(deadline.date, day), _hint())


def _hint() -> str:
    return _("is the year or the month left over from last year?")
