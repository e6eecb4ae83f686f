"""Days on which offices work: not weekends, not public holidays as far as they are known for the year.

The holidays that the State Council sets year by year come from the package ``chinesecalendar``. For a year that it does
not know yet, only those at a fixed date are avoided, and whoever proposes a day has to say so.
"""

from __future__ import annotations

import datetime

DAY = datetime.timedelta(days=1)

HOLIDAYS = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
    "Anti-Fascist 70th Day": "抗战胜利纪念日",
}
"""The package's names → ours."""

FIXED = {(1, 1): "元旦", (5, 1): "劳动节", (5, 2): "劳动节", (10, 1): "国庆节", (10, 2): "国庆节", (10, 3): "国庆节"}
"""Month and day of holidays that need no calendar."""


def day_off(day: datetime.date) -> str:
    """Why nobody works on ``day`` (春节, 周末); empty on a working day.

    A Saturday that is worked to make up for a holiday counts as a weekend: no deadline is put there.
    """
    holiday = _holiday(day)
    return holiday or ("周末" if day.weekday() >= 5 else "")


def makes_up(day: datetime.date) -> bool:
    """Whether ``day`` is a Saturday or Sunday on which offices work, to make up for a holiday (调休上班)."""
    if day.weekday() < 5 or not holidays_known(day.year):
        return False
    import chinese_calendar

    return bool(chinese_calendar.is_workday(day))


def holidays_known(year: int) -> bool:
    """Whether the holidays of that year have been published, as far as the calendar knows."""
    import chinese_calendar

    try:
        chinese_calendar.is_workday(datetime.date(year, 1, 4))
    except NotImplementedError:
        return False
    return True


def _holiday(day: datetime.date) -> str:
    import chinese_calendar

    if not holidays_known(day.year):
        return FIXED.get((day.month, day.day), "")
    free, name = chinese_calendar.get_holiday_detail(day)
    return HOLIDAYS.get(name or "", "") if free else ""
