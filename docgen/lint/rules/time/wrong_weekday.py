"""日期后面括注的星期应当与日期相符。

套用上一年的文稿时，改了日期往往忘了改星期；收文的人只好打电话来问以哪个为准。没有写年份的日期，按前一个日期的年
份，或者按成文日期的年份计算；标题里写了年份的，星期与那一年相符也可以。
--fix 按日期改星期：日期通常是重新定过的，星期是抄下来的；改动会显示出来，请过目。
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import WEEKDAYS, Day, days_in, in_words, in_year, year_of
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-001",
    name="wrong-weekday",
    title="日期与星期一致",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="2026年3月5日（星期五）",
    good="2026年3月5日（星期四）",
    needs=("星期", "周", "礼拜"),
    fixes=True,
)

_NAME = r"(?:星期|周|礼拜)"
_WEEKDAY = Pattern(rf"\s*[（(]?\s*{_NAME}(?P<one>[一二三四五六日天])(?![\d年月至到—])")
_WEEKDAYS = Pattern(
    rf"\s*[（(]\s*{_NAME}(?P<one>[一二三四五六日天])\s*[、和至到—]\s*{_NAME}?(?P<two>[一二三四五六日天])\s*[）)]"
)
"""（星期六、星期日） behind 23日至24日."""


def check(reading: Reading) -> Iterator[Hit]:
    """A weekday right behind a date, or two behind two dates."""
    year = year_of(reading)
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        before: Day | None = None
        for day in days_in(passage, year):
            both = _WEEKDAYS.match(passage.text, day.end)
            if both is None:
                yield from _told(reading, passage, day, _WEEKDAY.match(passage.text, day.end), "one")
            elif before and day.start - before.end <= len("（星期六）至"):
                yield from _told(reading, passage, before, both, "one")
                yield from _told(reading, passage, day, both, "two")
            before = day


def _told(reading: Reading, passage: Passage, day: Day, named: re.Match[str] | None, which: str) -> Iterator[Hit]:
    if day.date is None or named is None or passage.is_made(day.start, named.end()):
        return
    right, written = WEEKDAYS[day.date.weekday()], named[which].replace("天", "日")
    others = [] if day.typed_year else _in_years_of_title(reading, day.date)
    if written in (right, *(WEEKDAYS[other.weekday()] for other in others)):
        return
    message = _("{date} is 星期{right}, not 星期{named}")
    words = {"date": in_words(day.date), "right": right, "named": named[which]}
    replacement = None if others else right
    yield passage.hit(*named.span(which), message.format(**words), _("see which of the two is meant"), replacement)


def _in_years_of_title(reading: Reading, day: datetime.date) -> list[datetime.date]:
    """关于2025年部分节假日安排的通知, issued in 2024: the same day of 2025."""
    if day.year != year_of(reading):
        return []  # A date before it said the year.
    years = {year for passage in reading.of("title") for year in re.findall(r"20\d\d(?=\s*年)", passage.text)}
    days = (in_year(day, int(year)) for year in years)
    return [other for other in days if other is not None and other != day]
