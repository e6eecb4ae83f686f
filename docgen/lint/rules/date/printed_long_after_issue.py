"""印发日期与成文日期一般只差几天。

相差三十天以上，多半有一个日期是套用旧稿留下的；确实压了很久才印的，写明理由予以保留。
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
    code="DATE-009",
    name="printed-long-after-issue",
    title="印发日期与成文日期相近",
    severity="warning",
    tier="计算",
    source="逻辑校验",
    bad="成文2025年3月5日、印发2026年3月6日",
    good="成文2026年3月5日、印发2026年3月6日",
)

_MOST = 30
"""Days."""


def check(reading: Reading) -> Iterator[Hit]:
    """印发日期 against 成文日期."""
    day, printed = issued(reading), printed_on(reading)
    if day and printed and (printed.date - day).days > _MOST:
        message = _("printed {days} days after the date of issue").format(days=(printed.date - day).days)
        yield at(printed.place, message, _("one of the two is left over from another notice"))
