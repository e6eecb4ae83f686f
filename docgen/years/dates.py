"""Next year's dates by rule: the same weekday of the same week, on a working day, in the order they had.

Weeks are those of ISO 8601; a 53rd week becomes the 52nd where the year has none.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from docgen.compose.dates import full_date, weekday
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.years.workdays import DAY, day_off, holidays_known


@dataclass(frozen=True)
class Proposal:
    """``new`` for ``old``. ``avoided`` are the holidays on which it would have fallen, ``moved_on`` that it had to go
    behind the date before it; ``certain``: the holidays of the year are known.

    ``ahead``: by so many days it goes before the superior's, because by the rule it would not be earlier.
    """

    old: datetime.date
    new: datetime.date
    avoided: tuple[str, ...] = ()
    moved_on: bool = False
    certain: bool = True
    ahead: int = 0

    @property
    def week(self) -> int:
        """The week of the old date."""
        return self.old.isocalendar().week


def proposals(days: Iterable[datetime.date], years: int) -> dict[datetime.date, Proposal]:
    """For each day its successor ``years`` years on; what was later stays later."""
    found: dict[datetime.date, Proposal] = {}
    earlier = datetime.date.min
    for day in sorted(set(days)):
        found[day] = _proposal(day, same_day(day, years), earlier)
        earlier = found[day].new
    return found


def same_day(day: datetime.date, years: int) -> datetime.date:
    """The same weekday of the same week, ``years`` years on.

    The first days of January may belong to the last week of the year before; they stay in January all the same.
    """
    year, week, number = day.isocalendar()
    last = datetime.date(year + years, 12, 28).isocalendar().week
    same = datetime.date.fromisocalendar(year + years, min(week, last), number)
    return same + (day.year + years - same.year) * 7 * DAY


def _proposal(old: datetime.date, wanted: datetime.date, earlier: datetime.date) -> Proposal:
    new = max(wanted, earlier + DAY)
    avoided: dict[str, None] = {}
    while why := day_off(new):
        avoided[why] = None
        new += DAY
    return Proposal(old, new, tuple(avoided), wanted <= earlier, holidays_known(new.year))


def ahead_of(old: datetime.date, superior_old: datetime.date, superior_new: datetime.date) -> Proposal:
    """A day before the superior's, by as many days as last year (at least one), on a working day."""
    ahead = max((superior_old - old).days, 1)
    new = superior_new - ahead * DAY
    avoided: dict[str, None] = {}
    while why := day_off(new):
        avoided[why] = None
        new -= DAY
    return Proposal(old, new, tuple(avoided), certain=holidays_known(new.year), ahead=ahead)


# ---------------------------------------------------------------- the rule, told


def rule_in_file(proposal: Proposal) -> str:
    """For a comment in the campaign's file, which is Chinese as the file is."""
    words = f"按同一周（第{proposal.week}周）同一天（{weekday(proposal.old)}）推算"
    if proposal.ahead:
        words = f"比上级的截止日期提前{proposal.ahead}天，与上次一样"
    if proposal.avoided:
        words += f"，避开{'、'.join(proposal.avoided)}"
    if proposal.moved_on:
        words += "，排在前一个日期之后"
    return words if proposal.certain else f"{words}；{proposal.new.year}年放假安排未知，只避开了周末和固定日期的假日"


def rule_on_screen(proposal: Proposal) -> str:
    """The same for the report."""
    words = _("same week ({week}) and weekday").format(week=proposal.week)
    if proposal.ahead:
        words = _("as many days before the superior's as last time ({days})").format(days=proposal.ahead)
    if proposal.avoided:
        holidays = listed(_holidays()[name] for name in proposal.avoided)
        words = _("{rule}; moved off {holidays}").format(rule=words, holidays=holidays)
    if proposal.moved_on:
        words = _("{rule}; kept behind the date before it").format(rule=words)
    if not proposal.certain:
        unknown = _("{rule}; the holidays of {year} are not known yet, only weekends and fixed ones are avoided")
        words = unknown.format(rule=words, year=proposal.new.year)
    return words


def _holidays() -> dict[str, str]:
    return {
        "周末": _("a weekend"),
        "元旦": _("New Year's Day"),
        "春节": _("Spring Festival"),
        "清明节": _("Tomb-sweeping Day"),
        "劳动节": _("Labour Day"),
        "端午节": _("Dragon Boat Festival"),
        "国庆节": _("National Day"),
        "中秋节": _("Mid-autumn Festival"),
        "抗战胜利纪念日": _("Victory Day"),
    }


def dated(day: datetime.date) -> str:
    """2024年2月23日（星期五）."""
    return f"{full_date(day)}（{weekday(day)}）"
