"""百分数的起止两端都写“%”，不写成“10～20%”。

前一个数少了百分号，严格读起来是从10到百分之二十。只补前一个数的百分号，数值不变。
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
    code="NUM-001",
    name="percent-sign-on-one-end",
    title="百分数的范围两端都写百分号",
    severity="warning",
    tier="标准",
    source="GB/T 15835-2011（数值范围）",
    bad="10～20%",
    good="10%～20%",
    needs=("%", "％", "‰"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """10～20%."""
    for passage in reading.of(*PROSE):
        for match in _range().finditer(passage.bare):
            sign = match["sign"]
            message = _('the sign "{sign}" stands behind one end of "{words}" only').format(
                sign=sign, words=match.group()
            )
            right = match["first"] + sign
            message = message.format(sign=sign, words=match.group())
            yield passage.hit(*match.span("first"), message, _("write {right}").format(right=right), right)


@functools.cache
def _range() -> Pattern:
    return Pattern(r"(?<![\d.%％‰A-Za-z/-])(?P<first>\d+(?:\.\d+)?)\s*[～~—－-]\s*\d+(?:\.\d+)?(?P<sign>[%％‰])")
