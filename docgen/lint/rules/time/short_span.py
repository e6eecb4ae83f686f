"""从成文到截止应当留够时间。

通知要经转发才到基层，申报材料要盖章、审核、汇总。成文之日到截止日不满五个工作日的，请再斟酌；确属急件的，版头标注
紧急程度，并以 allow 注明。
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.days import in_words, working_days
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-011",
    name="short-span",
    title="成文到截止不满五个工作日的应提示",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="3月5日成文，3月9日截止",
    good="3月5日成文，3月31日截止",
    wants=("campaign",),
)

ENOUGH = 5
"""Working days."""


def check(reading: Reading) -> Iterator[Hit]:
    """Working days from issue to each deadline, also those typed in the words; an urgent notice may be short."""
    if reading.loaded is None or reading.loaded.campaign.issued is None or reading.loaded.campaign.urgency:
        return
    day = reading.loaded.campaign.issued
    for key, deadline in reading.loaded.campaign.deadlines.items():
        if message := _short(day, deadline.date):
            yield at(reading.place("deadlines", key, "date"), message, _hint())
    for passage, due in reading.due:
        if passage.is_typed(due.start, due.end) and not due.period and (message := _short(day, due.date)):
            yield passage.hit(due.start, due.end, message, _hint())


def _short(day: datetime.date, last: datetime.date) -> str:
    """What is said if there are too few working days from ``day`` to ``last``; empty if there are enough."""
    if last <= day or (last - day).days > 2 * ENOUGH + 10:
        return ""
    number = working_days(day, last)
    if number >= ENOUGH:
        return ""
    message = ngettext(
        "from issue to {date} there is {n} working day",
        "from issue to {date} there are {n} working days",
        number,
    )
    return message.format(date=in_words(last), n=number)


def _hint() -> str:
    return _("set a later day, or mark the notice 加急")
