"""日期须真实存在：没有2月30日，平年没有2月29日，小月没有31日。

手工改年份、改月份时最容易留下这种日期。没有写年份的2月29日不看。
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import Spelled, spelled
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-006",
    name="impossible-date",
    title="日期须真实存在",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="2026年2月30日",
    good="2026年2月28日",
    needs=("月",),
)

_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(reading: Reading) -> Iterator[Hit]:
    """A month beyond twelve, a day that the month does not have."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for one in spelled(passage.bare):
            if not (1 <= one.month <= len(_DAYS) and 1 <= one.day <= _last(one)):
                words = passage.text[one.start : one.end]
                date = words if "月" in words else f"{one.month}月{words}"
                yield passage.hit(one.start, one.end, _("there is no {date}").format(date=date), _hint(one))


def _last(one: Spelled) -> int:
    """The last day of the month; of February, where the year does not stand there, the 29th."""
    return monthrange(one.year, one.month)[1] if one.year and one.typed_year else _DAYS[one.month - 1]


def _hint(one: Spelled) -> str:
    if not 1 <= one.month <= len(_DAYS):
        return _("check the month")
    return _("that month ends with day {day}").format(day=_last(one))
