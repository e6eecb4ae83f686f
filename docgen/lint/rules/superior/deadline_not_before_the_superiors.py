"""本地截止日期早于上级截止日期。

本地要先收齐、审核、汇总，再报上级；
两边同一天截止，等于没有留时间。按 id 对应的截止日期相比；没有同名的，比各自最后的一个。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.superior import problems_as_hits

RULE = Rule(
    code="SUP-001",
    name="deadline-not-before-the-superior-s",
    title="本地截止日期早于上级截止日期",
    severity="error",
    tier="计算",
    source="一致性校验（superior:）",
    bad="上级4月10日截止，本地4月10日截止",
    good="上级4月10日截止，本地4月3日截止",
    wants=("superior",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """What ``superior_problems`` says of it (code C131)."""
    return problems_as_hits(reading, "C131")
