"""截止日期最好不落在周末和法定节假日。

这一天无人值班收件，单位也没有人盖章。节假日以国务院办公厅公布的安排为准，尚未公布的年份只看固定日期的节日和周末。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import in_words, weekday
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-004",
    name="deadline-on-a-day-off",
    title="截止日落在周末或法定节假日应提示",
    severity="info",
    tier="计算",
    source="计算校验（国务院办公厅历年节假日安排）",
    bad="请于2026年3月7日（星期六）前报送",
    good="请于2026年3月6日（星期五）前报送",
    wants=("deadlines:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The campaign's deadlines."""
    if reading.loaded is None:
        return
    from docgen.years.workdays import day_off

    for key, deadline in reading.loaded.campaign.deadlines.items():
        if reason := day_off(deadline.date):
            why = reason if reason != "周末" else weekday(deadline.date)
            message = _("the deadline {date} is a day off ({why})").format(date=in_words(deadline.date), why=why)
            yield at(reading.place("deadlines", key, "date"), message, _("take the working day before"))
