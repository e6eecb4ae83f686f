"""印发日期是送去印制的日期，不会早于成文日期。

早了多半是套用旧稿时只改了其中一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import issued
from docgen.lint.finding import Hit, at
from docgen.lint.printed import printed_on
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-008",
    name="printed-before-issue",
    title="印发日期不早于成文日期",
    severity="warning",
    tier="计算",
    source="逻辑校验",
    bad="成文3月5日、印发3月1日",
    good="成文3月5日、印发3月6日",
)


def check(reading: Reading) -> Iterator[Hit]:
    """印发日期 against 成文日期."""
    day, printed = issued(reading), printed_on(reading)
    if day and printed and printed.date < day:
        message = _("printed on {printed}, before the date of issue {issued}")
        message = message.format(printed=printed.date.isoformat(), issued=day.isoformat())
        yield at(printed.place, message, _("one of the two is left over from another notice"))
