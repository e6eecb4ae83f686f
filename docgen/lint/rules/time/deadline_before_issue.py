"""截止日期应当在成文日期之后。

截止日期早于成文日期，或者就在成文当天，收到通知的单位已经来不及办理。多半是套用旧稿时漏改了年份，或者签发比预计的
晚。
正文里只看“……前”“截止”一类明确表示期限的日期；叙述过去的日期不看。
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import days_in, in_words, issued
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

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

_BEFORE = Pattern(
    r"(?:[（(][^（）()]{1,8}[）)])?(?:\d{1,2}[:：时]\d{0,2}分?)?(?:下班|中午|下午|上午)?\s*(?:之前|以前|前|截止)"
)
_ASKS = Pattern(r"(?:请|务必|须|应|要求|于|截止时间[为:：]|截止日期[为:：])[^，。；]{0,14}$")
_PAST = Pattern(r"生|出生|以前取得|前取得|前毕业|前参加|前已|前退休|前聘|前在")


def check(reading: Reading) -> Iterator[Hit]:
    """The campaign's deadlines; in the text, days before which something is asked for."""
    day = issued(reading)
    if day is None:
        return
    yield from _planned(reading, day)
    for passage in reading.of("body", "annex_body"):
        for named in days_in(passage, day.year):
            behind = _BEFORE.match(passage.text, named.end)
            if named.date is None or named.date > day or behind is None or passage.is_made(named.start, named.end):
                continue
            before, after = passage.text[: named.start], passage.text[named.start : behind.end() + 6]
            sent = re.search("报|送|寄|交|填|申|完成|发至", passage.text[behind.end() :][:40])
            if sent and _ASKS.search(before) and not _PAST.search(after):
                yield passage.hit(named.start, named.end, _message(named.date, day), _hint())


def _planned(reading: Reading, day: datetime.date) -> Iterator[Hit]:
    for key, deadline in reading.loaded.campaign.deadlines.items() if reading.loaded else ():
        if deadline.date <= day:
            yield at(reading.place("deadlines", key, "date"), _message(deadline.date, day), _hint())


def _message(date: datetime.date, day: datetime.date) -> str:
    if date == day:
        return _("the deadline {date} is the day of issue").format(date=in_words(date))
    return _("the deadline {date} is before the day of issue, {issued}").format(
        date=in_words(date), issued=in_words(day)
    )


def _hint() -> str:
    return _("is the year or the month left over from last year?")
