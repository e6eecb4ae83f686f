"""截止日期由数值填入，不再手打。

正文里手打的日期与 deadlines: 里的相同，今年没有错；明年改了 deadlines: 而忘了正文，就错了。写 {{ deadlines.… |
day }}，一处改，处处改。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import days_in, in_words, year_of
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="VALUE-001",
    name="deadline-typed-again",
    title="截止日期由数值填入，不再手打",
    severity="info",
    tier="技术",
    source="docgen",
    bad="于2026年4月10日前报送",
    good="于{{ deadlines.submission | day }}前报送",
    needs=("月",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A date typed out that is one of the campaign's deadlines."""
    deadlines = {one.date: key for key, one in reading.loaded.campaign.deadlines.items()} if reading.loaded else {}
    for passage in reading.of("body", "annex_body", "form") if deadlines else ():
        for day in days_in(passage, year_of(reading)):
            if day.date in deadlines and passage.is_typed(day.start, day.end):
                message = _("{date} is deadlines.{key}, typed once more")
                words = {"date": in_words(day.date), "key": deadlines[day.date]}
                hint = _("write {expression}").format(expression="{{ deadlines." + deadlines[day.date] + " | day }}")
                yield passage.hit(day.start, day.end, message.format(**words), hint)
