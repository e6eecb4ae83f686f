"""第四层序号“（1）”已有括号，后面不再加顿号、逗号、句点或冒号。

只看行首的序号；“（1）”后面直接写文字，不必空格。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.points import marks_behind
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-003",
    name="mark-after-bracketed-arabic-number",
    title="“（1）”后不加标点",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="（1）、基本条件",
    good="（1）基本条件",
    needs=("）", ")"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A mark between （1） and its text."""
    return marks_behind(reading, _numbered())


@functools.cache
def _numbered() -> Pattern:
    return Pattern(r"([（(]\s*\d{1,2}\s*[）)])\s*([、，,.．：:；;])")
