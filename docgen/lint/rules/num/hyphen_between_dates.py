"""起止的年份、月份、日期之间用一字线“—”，不用短横线“-”。

国标说这里“一般用一字线，有时也可用浪纹线”，所以浪纹线不报。短横线在国标里用于全用数字写的一个日期（如2026-03-05），放在两个日期之间容易混。
书名号里的题名照录原文，不看。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-006",
    name="hyphen-between-dates",
    title="起止的年月日之间用一字线",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.13.3.2",
    bad="2026-2030年",
    good="2026—2030年",
    needs=("-",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """2026-2030年; 5月28日-6月5日."""
    for passage in reading.of(*PROSE):
        if "-" not in passage.bare:
            continue
        for match in _period().finditer(passage.bare):
            if not _are_dates(match):
                continue
            message = _('"{words}" goes from one date to another, and a hyphen joins them').format(words=match.group())
            yield passage.hit(*match.span("sign"), message, _("write {right}").format(right="—"), "—")


def _are_dates(match: re.Match[str]) -> bool:
    first, second = int(match["first"] or match["alone"]), int(match["second"])
    if match["after"] in ("年", "学年"):
        return _is_year(second) and (match["unit"] is not None or _is_year(first))
    last = 12 if match["after"] == "月" else 31
    return second <= last and (match["unit"] is not None or first < second)


def _is_year(number: int) -> bool:
    return 1900 <= number < 2100


@functools.cache
def _period() -> Pattern:
    # A number without its unit must not be a part of a longer number or of a code.
    first = r"(?:(?<!\d)(?P<first>\d{1,4})(?P<unit>[年月日])(?:（[^（）]{1,6}）)?"
    alone = r"|(?<![A-Za-z0-9_.+/〔\[-])(?P<alone>\d{1,4}))"
    return Pattern(first + alone + r"\s?(?P<sign>-)\s?(?P<second>\d{1,4})(?P<after>学年|[年月日])")
