"""电话、网络一类的信息传递，今天写“通信”：通信畅通、通信设备、通信网络。

“通讯录”“通讯员”“通讯社”“通讯报道”是另外的词，“通讯地址”用得太广，“即时通讯”是行业里的叫法，都不报。
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
    code="WORD-006",
    name="tongxun-for-tongxin",
    title="信息传递用“通信”",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="通讯畅通",
    good="通信畅通",
    needs=("通讯",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """通讯畅通."""
    for passage in reading.of(*PROSE):
        for match in _word().finditer(passage.bare):
            message = _('"{words}" is not what is written in official documents').format(words=match.group())
            right = "通信"
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _word() -> Pattern:
    return Pattern("(?<!新闻)(?<!即时)通讯(?=畅通|网络|设备|设施|工具|技术|保障|中断|线路|运营|基站|联络|行业管理)")
