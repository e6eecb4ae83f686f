"""施行日期早于成文日期的，请核实。

“自……起施行”的日期一般在成文日期之后。确需溯及既往的，应当有依据，并在文中写明。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import days_in, in_words, issued
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-009",
    name="in-force-before-issue",
    title="施行日期不早于成文日期",
    severity="info",
    tier="计算",
    source="一致性校验",
    bad="成文2026年3月5日，“自2026年1月1日起施行”",
    good="“自2026年4月1日起施行”",
    needs=("起施行", "起执行", "起实施"),
)

_FROM = Pattern(r"\s*起(?:正式)?(?:施行|执行|实施)")


def check(reading: Reading) -> Iterator[Hit]:
    """本办法自 … 起施行."""
    day = issued(reading)
    if day is None:
        return
    for passage in reading.of("body", "annex_body"):
        for named in days_in(passage, None):
            if not (named.date and named.date < day and _FROM.match(passage.text, named.end)):
                continue
            if re.search(
                r"(?:本|该)(?:通知|办法|意见|规定|方案|细则)?[^，。；]{0,4}自\s*$", passage.text[: named.start]
            ):
                message = _("in force from {date}, before the day of issue, {issued}")
                words = {"date": in_words(named.date), "issued": in_words(day)}
                hint = _("see whether that is meant, and say on what it rests")
                yield passage.hit(named.start, named.end, message.format(**words), hint)
