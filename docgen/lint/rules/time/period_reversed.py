"""起止时间先写早的，后写晚的。

“4月30日至4月1日”必有一个写错。后一个日期没有写年份时按前一个的年份算；跨年的期间应当写明后一个年份。
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import days_in, in_words, year_of
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-003",
    name="period-reversed",
    title="起止时间先后正确",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="申报时间为2026年4月30日至4月1日",
    good="申报时间为2026年4月1日至4月30日",
    needs=("至", "到", "—", "－", "～", "-", "~"),
)

_TO = Pattern(r"\s*(?:[（(][^（）()]{1,6}[）)])?(?:\s*\d{1,2}[:：]\d\d)?\s*(?:起?至|到|[—－–～~-]{1,2})\s*(?:次年)?$")


def check(reading: Reading) -> Iterator[Hit]:
    """Two days with 至 between them."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        days = list(days_in(passage, year_of(reading)))
        for first, last in itertools.pairwise(days):
            between = passage.text[first.end : last.start]
            if not (first.date and last.date and _TO.match(between)) or "次年" in between:
                continue
            if last.date < first.date:
                message = _("the period ends on {last}, before it begins on {first}")
                words = {"first": in_words(first.date), "last": in_words(last.date)}
                hint = _("put the earlier date first; where the period runs into the next year, write that year")
                yield passage.hit(first.start, last.end, message.format(**words), hint)
