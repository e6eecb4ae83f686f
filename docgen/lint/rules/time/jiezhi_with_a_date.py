"""“截至”后面带时间，“截止”后面不带。

“截至2026年3月底”是到这个时候为止，话还没有说完；“报名于3月底截止”是到此结束，不再继续。句子里把“截止”放在日期之
前、后面接着叙述情况的，应改为“截至”。
“截止日期”“截止时间”是名词，不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-005",
    name="jiezhi-with-a-date",
    title="“截至”带时间宾语，“截止”不带",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="截止2026年3月底，共受理120人",
    good="截至2026年3月底，共受理120人",
    needs=("截止",),
    fixes=True,
)

_JIEZHI = Pattern(r"截止(?=到?\s*(?:目前|今|\d{4}\s*年|\d{1,2}\s*月\s*(?:\d{1,2}\s*[日号]|底|末)))到?")


def check(reading: Reading) -> Iterator[Hit]:
    """截止 right before a time."""
    for passage in reading.of(*PROSE):
        for match in _JIEZHI.finditer(passage.bare):
            yield passage.hit(
                *match.span(), _('"{word}" stands before a time').format(word=match[0]), _("write 截至"), "截至"
            )
