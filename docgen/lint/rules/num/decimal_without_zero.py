"""小于1的小数，小数点前的“0”要写出来。

“.85”在印出来的公文里容易看成“85”。只看前面是“为”“是”“至”“到”“达”“高”“低”“过”“率”“值”“数”“×”等字的，文件的后缀、编号不看。
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
    code="NUM-003",
    name="decimal-without-zero",
    title="纯小数写出小数点前的“0”",
    severity="warning",
    tier="标准",
    source="GB/T 15835-2011（纯小数）",
    bad="系数为.85",
    good="系数为0.85",
    needs=tuple(f".{digit}" for digit in "0123456789０１２３４５６７８９"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """为.85."""
    for passage in reading.of(*PROSE):
        for match in _decimal().finditer(passage.bare):
            message = _('"{words}" has no 0 before its point').format(words=match.group())
            right = f"0{match.group()}"
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _decimal() -> Pattern:
    return Pattern(r"(?<=[为是至到达高低过于约率值数×＝=≥≤<>＜＞～])\.\d+(?![\d.A-Za-z])")
