"""用顿号隔开的几项之后的“等”，前面不再加顿号。

“等级”“等额”“等候”一类的词不算。
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
    code="PUNC-008",
    name="mark-before-deng",
    title="“等”的前面不加顿号",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 B.1.2",
    bad="教师、医生、等专业技术人员",
    good="教师、医生等专业技术人员",
    needs=("、等",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """医生、等."""
    for passage in reading.of(*PROSE):
        if "、等" not in passage.text:
            continue
        for match in _mark().finditer(passage.bare):
            message = _("等 follows the last of the row without a mark between")
            yield passage.hit(*match.span("mark"), message, _("leave out 、"), "")


@functools.cache
def _mark() -> Pattern:
    return Pattern("(?P<mark>、)等(?![级次待候额同于值效价量闲式边腰长高离身压温号第位比差分外保])")
