"""Days by which the words of a notice ask for something: 请于3月25日前报送, 报名时间为3月1日至15日."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.lint.days import BRACKET, HOUR, TO, Day, days_in, year_of
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern

if TYPE_CHECKING:
    from docgen.lint.reading import Reading


class Due(NamedTuple):
    """``text[start:end]`` names the last day of something that the notice asks for.

    ``whole_month``: it is the end of a month, 3月底; ``period``: the end of a period of which the heading tells what
    it is for: 报名时间为3月1日至15日. Its span is the whole period.
    """

    start: int
    end: int
    date: datetime.date
    whole_month: bool = False
    period: bool = False


_BEFORE = Pattern(rf"{BRACKET}{HOUR}(?:下班|中午|下午|上午)?\s*(?:之前|以前|前|截止)")
_LATEST = Pattern(r"(?:不晚于|不迟于|最迟于?|最晚于?)\s*$")
_BEHIND = Pattern(rf"{BRACKET}{HOUR}前?")
_ASKS = Pattern(r"(?:请|务必|须|应|要求|于|截止时间[为:：]|截止日期[为:：]|不晚于|不迟于|最迟|最晚)[^，。；]{0,14}$")
_PLAIN = Pattern(r"(?:请|务必|须|应|要求)[^，。；]*$")
_DONE = Pattern(r"(?:已|曾|原|业已|均)(?:经)?于?[^，。；]{0,6}$")
_PAST = Pattern(r"生|出生|以前取得|前取得|前毕业|前参加|前已|前退休|前聘|前在")
_VERB = Pattern(r"报|送|寄|交|填|申|发至|完成|登录|组织|上传|提供|反馈|办理|审核|缴|提出|选拔|到岗|参加")
_CONDITION = Pattern(r"[^，。；]*的(?:[，。；]|单位|人员|项目|企业|个人|职工|学生|毕业生|专家|基地|地区|部门)")


def due_of(reading: Reading) -> Iterator[tuple[Passage, Due]]:
    """All that the body and the annexes' words ask for; none if nobody knows what year it is."""
    year = year_of(reading)
    for passage in reading.of("body", "annex_body") if year else ():
        yield from ((passage, due) for due in due_in(passage, year or 0))


def due_in(passage: Passage, year: int) -> Iterator[Due]:
    """Where the passage asks for something by a day that is typed there; ``year`` that of the document."""
    days = list(days_in(passage, year))
    # What a value wrote is told where the value stands.
    typed = [day for day in days if not passage.is_made(day.start, day.end)]
    yield from _before(passage, [Due(day.start, day.end, day.date) for day in typed if day.date])
    if "底" in passage.bare or "末" in passage.bare:
        yield from _before(passage, list(_months(passage, year)))
    yield from _periods(passage, days)


def _before(passage: Passage, found: list[Due]) -> Iterator[Due]:
    """Those with 前 behind them and with something asked for before and behind."""
    for one in found:
        before = passage.text[: one.start]
        behind = (_BEHIND if _LATEST.search(before) else _BEFORE).match(passage.bare, one.end)
        if behind is None or not _ASKS.search(before) or _DONE.search(before):
            continue
        past = _PAST.search(passage.text[one.start : behind.end() + 6])
        clause = passage.text[behind.end() :]
        asked = _PLAIN.search(before) or clause.startswith(("将", "把")) or not _CONDITION.match(clause)
        if _VERB.search(clause[:40]) and asked and not past:
            yield one


# ---------------------------------------------------------------- ends of months

_MONTH = Pattern(r"(?<!\d)(?:(?P<year>20\d\d)\s*年\s*)?(?P<month>1[0-2]|[1-9])\s*月\s*(?:底|末|月底)")


def _months(passage: Passage, year: int) -> Iterator[Due]:
    for match in _MONTH.finditer(passage.bare):
        if match["year"]:  # Without it, nobody knows: 次年, 当年.
            year, month = int(match["year"]), int(match["month"])
            last = datetime.date(year, month, calendar.monthrange(year, month)[1])
            yield Due(*match.span(), last, whole_month=True)


# ---------------------------------------------------------------- periods

_FOR = Pattern(
    r"(?:报名|缴费|报到|打印|填报|提交|报送|受理|征集|申报|申请|投递)(?:采取|采用|通过)?(?:网上|网络|线上|现场)?"
    r"(?:报名|申报)?(?:材料|工作|方式)?(?:进行)?，?(?:截止)?(?:时间|日期|期限)?"
    r"(?:为|是|[:：]|定于|从|自)[^，。；\d]{0,6}$"
)
_TO_DAY = Pattern(rf"{BRACKET}{HOUR}\s*{TO}\s*$")


def _periods(passage: Passage, days: list[Day]) -> Iterator[Due]:
    for at, day in enumerate(days):
        if not _FOR.search(passage.text[: day.start]):
            continue
        following = days[at + 1] if at + 1 < len(days) else None
        joined = following and _TO_DAY.match(passage.bare[day.end : following.start])
        last = following if joined and following else day
        if last.date:
            yield Due(day.start, last.end, last.date, period=True)
