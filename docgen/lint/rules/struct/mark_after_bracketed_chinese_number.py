"""第二层序号“（一）”已有括号，后面不再加顿号、逗号、句点或冒号。

只看行首的序号；句子中间的括号后面该用什么标点就用什么标点。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.points import CHINESE, marks_behind
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-002",
    name="mark-after-bracketed-chinese-number",
    title="“（一）”后不加标点",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="（一）、申报条件",
    good="（一）申报条件",
    needs=("）", ")"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A mark between （一） and its heading."""
    return marks_behind(reading, _numbered())


@functools.cache
def _numbered() -> Pattern:
    return Pattern(rf"([（(]\s*[{CHINESE}]+\s*[）)])\s*([、，,.．：:；;])")
