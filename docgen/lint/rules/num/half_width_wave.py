"""数值、日期、时刻之间的浪纹线用全角“～”，不用键盘上的半角“~”。

国标规定浪纹线占一个字的位置。网址、邮箱里的“~”和“~”不在两个数之间的，不动。
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
    code="NUM-009",
    name="half-width-wave",
    title="浪纹线用全角“～”",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 5.1.6",
    bad="25~30人",
    good="25～30人",
    needs=("~",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """25~30."""
    for passage in reading.of(*PROSE):
        if "~" not in passage.text:
            continue
        for match in _wave().finditer(passage.unquoted):
            if passage.bare[match.start()] != "~":
                continue
            message = _('a half-width "~" stands between two numbers')
            yield passage.hit(*match.span(), message, _("write {right}").format(right="～"), "～")


@functools.cache
def _wave() -> Pattern:
    return Pattern(
        r"(?<=[\d%％‰万亿元个名人岁天年月日时分点℃一二三四五六七八九十）])~(?=[第零\d一二三四五六七八九十.-])"
    )
