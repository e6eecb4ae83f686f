"""版记里不再标主题词。

2012年起的格式标准取消了主题词。2012年以前的旧文件、网页上方的检索信息不提示。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-004",
    name="subject-words",
    title="不再标主题词",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 前言",
    bad="主题词：职称　申报　通知",
    good="（删除）",
    needs=("主题词",),
)

_SINCE = 2013


def check(reading: Reading) -> Iterator[Hit]:
    """A line 主题词：… in a document of 2013 or later."""
    if _year(reading) < _SINCE:
        return
    for passage in reading.of("body", "annex_body", "copies_to", "imprint"):
        match = _line().match(passage.text)
        if match:
            message = _("subject words are no longer part of a document")
            yield passage.hit(*match.span(), message, _("delete the line"))


def _year(reading: Reading) -> int:
    """The year of the date or of the number; this rule's first year if there is none."""
    if reading.loaded:
        return reading.loaded.campaign.year
    texts = [passage.text for passage in reading.of("date", "number")]
    years = [int(year) for text in texts for year in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text)]
    if not years and any(reading.of("date")):
        return 0
    return max(years, default=_SINCE)


@functools.cache
def _line() -> Pattern:
    return Pattern(r"主\s*题\s*词\s*[:：]")
