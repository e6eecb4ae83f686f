"""第三层序号写作“1.”，阿拉伯数字之后用下脚点，不用顿号。

顿号跟在汉字数字之后（一、），下脚点跟在阿拉伯数字之后（1.）。只看行首的序号；“1、2号楼”一类的并列数字不看。
表格里的填表说明不在此列。
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
    code="STRUCT-001",
    name="arabic-number-with-dunhao",
    title="阿拉伯数字序号后用下脚点",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="1、申报条件",
    good="1.申报条件",
    needs=tuple(f"{digit}、" for digit in "0123456789０１２３４５６７８９"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A line that begins with 1、."""
    for passage in lines(reading):
        match = _numbered().match(passage.text)
        if match:
            message = _('"{number}" is set off by a comma of enumeration').format(number=match[0])
            right = f"{int(match[1])}."
            hint = _("write {right}").format(right=right)
            yield passage.hit(*match.span(), message, hint, right)


@functools.cache
def _numbered() -> Pattern:
    return Pattern(r"(\d{1,2})\s*、(?!\s*[\d一二三四五六七八九十])")
