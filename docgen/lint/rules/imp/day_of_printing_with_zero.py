"""印发日期的月、日不编虚位，写“3月6日”，不写“03月06日”。

成文日期也是如此，由日期一组的规则去管。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-006",
    name="day-of-printing-with-zero",
    title="印发日期不编虚位",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.4.3",
    bad="2026年03月06日印发",
    good="2026年3月6日印发",
    needs=("年0", "月0"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A day of printing with 03月 or 06日."""
    for passage in reading.of("imprint"):
        for match in _day().finditer(passage.text):
            right = f"{match[1]}年{int(match[2])}月{int(match[3])}日"
            if right != match[0]:
                message = _('"{day}" has a zero before the month or the day').format(day=match[0])
                yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _day() -> Pattern:
    return Pattern(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
