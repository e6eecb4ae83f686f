"""第一层序号写作“一、”，汉字数字之后用顿号，不用句点或逗号。

只看行首的序号；句子中间的“其一，”“一是”不在此列。
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
    code="STRUCT-005",
    name="chinese-number-with-full-stop",
    title="“一”后用顿号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="一.申报范围",
    good="一、申报范围",
    needs=tuple(f"{number}{mark}" for number in CHINESE for mark in ".．,，"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A line that begins with 一. or 一，."""
    for passage in lines(reading):
        match = _numbered().match(passage.text)
        if match:
            right = f"{match[1]}、"
            message = _('"{number}" is a number of the first level, which a comma of enumeration sets off')
            hint = _("write {right}").format(right=right)
            yield passage.hit(*match.span(), message.format(number=match[0]), hint, right)


@functools.cache
def _numbered() -> Pattern:
    return Pattern(rf"([{CHINESE}]+)\s*[.．,，](?=\s*[\u4e00-\u9fff])")
