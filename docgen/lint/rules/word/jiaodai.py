"""交接工作、说明情况，写“交代”，不写“交待”。

“移交待办事项”“提交待审材料”里的“交”和“待”不是一个词，不报。
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
    code="WORD-002",
    name="jiaodai-with-dai-of-waiting",
    title="交接、说明用“交代”",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="工作交待",
    good="工作交代",
    needs=("交待",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """交待."""
    for passage in reading.of(*PROSE):
        for match in _word().finditer(passage.bare):
            message = _('"{words}" is not what is written in official documents').format(words=match.group())
            right = "交代"
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _word() -> Pattern:
    return Pattern("(?<![移提上递转缴成社外送呈报结])交待(?![遇办定审批查处命考分])")
