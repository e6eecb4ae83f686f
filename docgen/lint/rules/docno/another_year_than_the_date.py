"""发文字号的年份与成文日期的年份一致。

两者都是发文这一年的，不一致多半是套用上一年的文稿忘了改其中一个。年底编号、次年初签发的公文，应在签发的那一年重新编号；
确有特殊情况的，写明理由予以保留。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-009",
    name="number-of-another-year",
    title="发文字号的年份与成文日期的年份应一致",
    severity="warning",
    tier="实务",
    source="公文实务（套用旧稿的残留）",
    bad="文号“示人社发〔2025〕12号”，成文日期“2026年3月5日”",
    good="文号“示人社发〔2026〕12号”，成文日期“2026年3月5日”",
    wants=("number",),
)

_YEAR = Pattern(r"[〔\[［【（(]\s*(\d{4})\s*[〕\]］】）)]")


def check(reading: Reading) -> Iterator[Hit]:
    """The year of the one number against the year of the one date."""
    numbers = list(reading.of("number"))
    year = _year_of_issue(reading)
    if len(numbers) != 1 or year is None:
        return
    match = _YEAR.search(numbers[0].text)
    if match and int(match[1]) != year:
        message = _("the number is of {number_year}, the date of issue of {year}")
        hint = _("one of the two is left over from another year")
        yield numbers[0].hit(*match.span(1), message.format(number_year=match[1], year=year), hint)


def _year_of_issue(reading: Reading) -> int | None:
    if reading.loaded:
        issued = reading.loaded.campaign.issued
        return issued.year if issued else None
    dates: list[Passage] = list(reading.of("date"))
    match = re.match(r"(\d{4})\s*[年./-]", dates[0].text) if len(dates) == 1 else None
    return int(match[1]) if match else None
