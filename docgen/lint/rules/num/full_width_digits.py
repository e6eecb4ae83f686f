"""阿拉伯数字用半角，不用全角“１２３”。

全角数字一个占一个汉字的位置，同一份公文里一会儿宽一会儿窄，检索、统计也找不到。同一个数里的全角小数点、百分号一并改成半角。书名号、引号之
内是别人的原文，不动。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE, Part
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-004",
    name="full-width-digits",
    title="阿拉伯数字用半角",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="共有１２３人",
    good="共有123人",
    needs=tuple("０１２３４５６７８９"),
    fixes=True,
)


_PARTS: tuple[Part, ...] = (*PROSE, "number", "annex_note", "date", "annex_label", "annex_title", "imprint")
_HALF = {ord("０") + value: str(value) for value in range(10)} | {ord("．"): ".", ord("％"): "%"}


def check(reading: Reading) -> Iterator[Hit]:
    """１２３."""
    for passage in reading.of(*_PARTS):
        for match in _digits().finditer(passage.unquoted):
            right = match.group().translate(_HALF)
            message = _('"{words}" is written in full-width digits').format(words=match.group())
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _digits() -> Pattern:
    return Pattern(r"[０-９]+(?:．[０-９]+)?％?")
