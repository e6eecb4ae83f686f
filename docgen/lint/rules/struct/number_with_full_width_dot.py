"""第三层序号“1.”的点用半角下脚点，不用全角“．”。

全角点占一个字的位置，与标准示例不同；docgen 排版时自会换成半角，这里只是提醒把源文件也改过来。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.points import lines
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-006",
    name="number-with-full-width-dot",
    title="“1.”用半角点，不用全角“．”",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="1．申报条件",
    good="1.申报条件",
    needs=("．",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A line that begins with 1．."""
    for passage in lines(reading):
        match = _numbered().match(passage.text)
        if match:
            right = f"{int(match[1])}."
            message = _('the dot of "{number}" is a full-width one').format(number=match[0])
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _numbered() -> Pattern:
    return Pattern(r"(\d{1,2})\s*．(?!\d{1,3}(?!\d|\s*年))")
