"""“第一”“首先”“其次”领起一句话时，后面用逗号，不用顿号。

“第一、第二批”“第一、三季度”是并列，顿号没有错，不提示。
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
    code="STRUCT-011",
    name="comma-of-enumeration-after-first",
    title="“第一”“首先”后用逗号",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 附录B",
    bad="第一、提高认识",
    good="第一，提高认识",
    needs=("第一、", "第二、", "第三、", "首先、", "其次、", "最后、"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """第一、 at the beginning of a sentence."""
    for passage in reading.of(*PROSE):
        for match in _led().finditer(passage.bare):
            message = _('"{word}" leads a sentence and is set off by a comma of enumeration').format(word=match[1])
            yield passage.hit(*match.span(2), message, _("write {right}").format(right=f"{match[1]}，"), "，")


@functools.cache
def _led() -> Pattern:
    number = "一二三四五六七八九十"
    return Pattern(
        rf"(?:^|(?<=[。；：]))(第[{number}]|首先|其次|再次|最后)(、)(?=[\u4e00-\u9fff])(?!第|[{number}]|其次|再次|最后|首先)"
    )
