"""“定于”“拟于”“将于”后面的日期应当在成文日期之后。

通知是3月5日发的，却写“定于2025年5月12日召开”，年份是去年的，多半是套用旧稿漏改。只看写明年份的日期和月份，并且早于成
文的那一天、那个月；“原定于”“曾定于”，书名号和引号里的，别的文件里的，不看。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import in_words, issued
from docgen.lint.finding import Hit
from docgen.lint.past import is_past
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-013",
    name="plan-before-issue",
    title="“定于”“拟于”“将于”的日期不早于成文日期",
    severity="warning",
    tier="计算",
    source="计算校验",
    bad="成文2026年3月5日，“评审会议定于2025年5月12日召开”",
    good="“评审会议定于2026年5月12日召开”",
    needs=("定于", "拟于", "将于", "计划于", "预计于"),
)

_PLAN = Pattern(
    r"(?P<word>(?<![原曾])(?:(?:暂|初|拟|兹|现)?定于|拟于|将于|计划于|预计于))\s*"
    r"(?P<date>(?P<year>20\d\d)\s*年\s*(?P<month>1[0-2]|0?[1-9])\s*月(?:\s*(?P<day>[12]\d|3[01]|0?[1-9])\s*[日号])?)"
)


def check(reading: Reading) -> Iterator[Hit]:
    """定于 with a day, or a month, that is over when the notice is issued."""
    day = issued(reading)
    for passage in reading.of("body", "annex_body") if day else ():
        for match in _PLAN.finditer(passage.bare):
            # A month without a day is over with its end.
            planned = tuple(int(match[part]) for part in ("year", "month", "day") if match[part])
            if day is None or planned >= _parts(day, len(planned)) or passage.is_made(*match.span("date")):
                continue
            if not is_past(passage, *match.span("word")):
                message = _('"{word}" speaks of what is to come, but {date} is before the day of issue, {issued}')
                words = {"word": match["word"], "date": match["date"], "issued": in_words(day)}
                hint = _("is the year or the month left over from last year?")
                yield passage.hit(*match.span("date"), message.format(**words), hint)


def _parts(day: datetime.date, count: int) -> tuple[int, ...]:
    return (day.year, day.month, day.day)[:count]
