"""起止的时刻之间用一字线“—”，不用短横线“-”，也不用一串短横线。

国标说这里“一般用一字线，有时也可用浪纹线”，所以浪纹线不报。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-007",
    name="hyphen-between-times",
    title="起止的时刻之间用一字线",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.13.3.2",
    bad="9:00-11:30",
    good="9:00—11:30",
    needs=("-",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """9:00-11:30."""
    for passage in reading.of(*PROSE):
        if "-" not in passage.unquoted:
            continue
        for match in _hours().finditer(passage.unquoted):
            message = _('"{words}" goes from one time to another, and a hyphen joins them').format(words=match.group())
            yield passage.hit(*match.span("sign"), message, _("write {right}").format(right="—"), "—")


@functools.cache
def _hours() -> Pattern:
    time = r"\d{1,2}(?:[:：]\d\d|[时点](?:\d{1,2}分|半)?)"
    return Pattern(rf"(?<![\d:：/]){time}\s?(?P<sign>-{{1,5}})\s?(?:次日|当日|翌日|上午|中午|下午|晚上?)?{time}")
