"""以“万”“亿”表示的范围，前一个数的“万”“亿”不省略。

“3～5万元”可以读成三元到五万元；写成“3万～5万元”或者“3万元～5万元”。前一个数不比后一个数小的（如“5000～1万元”），单位本来就不
同，不动。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-002",
    name="unit-of-magnitude-on-one-end",
    title="范围两端的“万”“亿”都写出",
    severity="warning",
    tier="标准",
    source="GB/T 15835-2011（数值范围）",
    bad="3～5万元",
    good="3万～5万元",
    needs=("万", "亿"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """3～5万."""
    for passage in reading.of(*PROSE):
        for match in _range().finditer(passage.bare):
            if float(match["first"]) >= float(match["second"]):
                continue
            unit = match["unit"]
            message = _('"{unit}" stands behind one end of "{words}" only').format(unit=unit, words=match.group())
            right = match["first"] + unit
            yield passage.hit(*match.span("first"), message, _("write {right}").format(right=right), right)


@functools.cache
def _range() -> Pattern:
    number = r"\d+(?:\.\d+)?"
    return Pattern(rf"(?<![\d.A-Za-z/第件表图-])(?P<first>{number})\s*[～~—－-]\s*(?P<second>{number})(?P<unit>[万亿])")
