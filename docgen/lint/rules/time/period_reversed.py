"""起止时间先写早的，后写晚的。

“4月30日至4月1日”必有一个写错。后一个日期没有写年份时按前一个的年份算；跨年的期间应当写明后一个年份。
月份、年份、同一个上午或者下午里的钟点也看；“每年”“次年”的不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import year_of
from docgen.lint.finding import Hit
from docgen.lint.periods import periods_in
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


def check(reading: Reading) -> Iterator[Hit]:
    """Days, months, years, hours with 至 between them."""
    year = year_of(reading)
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for period in periods_in(passage, year):
            if period.reversed:
                message = _("the period begins with {first} and ends with {last}, which is earlier")
                hint = _("put the earlier date first; where the period runs into the next year, write that year")
                words = message.format(first=period.first, last=period.last)
                yield passage.hit(period.start, period.end, words, hint)
