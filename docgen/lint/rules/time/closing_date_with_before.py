"""“截止日期为……前”语义重复。

截止日期就是最后一天，写“截止日期为3月31日”即可；写了“前”，人家要问31日当天收不收。
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
    code="TIME-006",
    name="closing-date-with-before",
    title="“截止日期为……前”语义重复",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="报名截止日期为2026年3月31日前",
    good="报名截止日期为2026年3月31日",
    needs=("截止",),
    fixes=True,
)

_BEFORE = Pattern(
    r"截止(?:日期|时间)(?:为|是|[:：])\s*(?:\d{4}\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号]|底|末)"
    r"(?:[（(][^（）()]{1,8}[）)])?(?P<before>之前|以前|前)(?=[，。；、）)]|$)"
)


def check(reading: Reading) -> Iterator[Hit]:
    """截止日期为 … 前."""
    for passage in reading.of(*PROSE):
        for match in _BEFORE.finditer(passage.bare):
            message = _('behind 截止日期 the word "{word}" says the same again').format(word=match["before"])
            yield passage.hit(*match.span("before"), message, _("delete it"), "")
