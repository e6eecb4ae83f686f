"""省略号和“等”“等等”都表示没有列完，用一个就够。

去掉省略号，留下“等”。“……等级”一类的词不算。
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
    code="PUNC-009",
    name="ellipsis-with-deng",
    title="省略号和“等”不并用",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 A.9",
    bad="教师、医生……等",
    good="教师、医生等",
    needs=("……等", "…等", "等……", "等…"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """……等."""
    for passage in reading.of(*PROSE):
        if "…" not in passage.text:
            continue
        for match in _both().finditer(passage.bare):
            message = _('"{words}" says twice that the row goes on').format(words=match.group())
            dots = "dots" if match["dots"] else "more"
            yield passage.hit(*match.span(dots), message, _("leave out the ellipsis"), "")


@functools.cache
def _both() -> Pattern:
    return Pattern("(?P<dots>…+)等(?![级次待候额同于值效价量闲式号第])|等(?P<more>…+)")
