"""日期须真实存在：没有2月30日，平年没有2月29日，小月没有31日。

手工改年份、改月份时最容易留下这种日期。没有写年份的2月29日不看。
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
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

_DATE = Pattern(r"(?<![\d.])(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def check(reading: Reading) -> Iterator[Hit]:
    """A month beyond twelve, a day that the month does not have."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _DATE.finditer(passage.bare):
            year, month, day = int(match[1] or 0), int(match[2]), int(match[3])
            if not _exists(year, month, day):
                message = _("there is no {date}").format(date=match.group())
                yield passage.hit(*match.span(), message, _hint(year, month))


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= len(_DAYS) and 1 <= day <= _last(year, month)


def _last(year: int, month: int) -> int:
    return monthrange(year, month)[1] if year else _DAYS[month - 1]


def _hint(year: int, month: int) -> str:
    if not 1 <= month <= len(_DAYS):
        return _("check the month")
    return _("that month ends with day {day}").format(day=_last(year, month))
