"""序号的括号用全角“（）”，不用半角“()”，也不一半全角一半半角。

只看行首的序号，正文中间的括号由标点一组的规则去管。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.points import CHINESE, lines
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-004",
    name="number-in-half-width-brackets",
    title="序号括号用全角",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 5.1",
    bad="(一)申报条件",
    good="（一）申报条件",
    needs=("(", ")"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """(一) or (1) at the beginning of a line."""
    for passage in lines(reading):
        match = _numbered().match(passage.text)
        if not match or match[0] == (right := f"（{match[1]}）"):
            continue
        message = _('"{number}" stands in half-width brackets').format(number=match[0])
        yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _numbered() -> Pattern:
    return Pattern(rf"[（(]\s*([{CHINESE}]+|\d{{1,2}})\s*[）)]")
