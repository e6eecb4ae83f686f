"""成文日期写全年、月、日。

只写到月份的，收文机关算不出时限。campaign 里 issued 可以等签发以后再补，未补时印成“2026年　月　日”，
本条只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-003",
    name="date-not-whole",
    title="成文日期写全年月日",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.4",
    bad="2026年3月",
    good="2026年3月5日",
)

_PART = Pattern(r"\d{4}\s*年(?:\s*\d{1,2}\s*月|\s*\d{0,2}\s*月\s*日)?")
_OFFICE = Pattern(r"[\u4e00-\u9fff（）\s]{4,40}[局厅委部院会校署处室心府司](?:[（(]代章[）)])?")


def check(reading: Reading) -> Iterator[Hit]:
    """No date of issue in the campaign; elsewhere a year, or year and month, alone below an office's name."""
    if reading.loaded and reading.loaded.campaign.issued is None:
        message = _("there is no date of issue yet; room is left for month and day")
        yield at(reading.place("year"), message, _("add issued: when the notice is signed"), "info")
    if reading.loaded or any(not _PART.fullmatch(passage.text) for passage in reading.of("date")):
        return
    for before, passage in pairwise(reading.passages):
        if passage.part in ("body", "date") and _PART.fullmatch(passage.text) and _OFFICE.fullmatch(before.text):
            message = _('the date of issue "{date}" lacks its day').format(date=passage.text)
            yield passage.hit(0, len(passage.text), message, _("write year, month and day"))
            return
