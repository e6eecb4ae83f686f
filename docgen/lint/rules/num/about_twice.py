"""“约”“近”和“左右”“上下”都表示大概，用一个就够。

两头都有的时候去掉后一个，数值不变。“预约”“节约”“最近”里的不算。
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
    code="NUM-013",
    name="about-said-twice",
    title="“约”和“左右”不重复",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="约30人左右",
    good="约30人",
    needs=("左右", "上下"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """约30人左右."""
    for passage in reading.of(*PROSE):
        for match in _about().finditer(passage.bare):
            message = _('"{words}" says twice that the number is not exact').format(words=match.group())
            hint = _('leave out "{word}"').format(word=match["after"])
            yield passage.hit(*match.span("after"), message, hint, "")


@functools.cache
def _about() -> Pattern:
    return Pattern(
        r"(?:(?<![预节合签特条公契大简制租续履违毁邀])约|大约|(?<![最附邻靠接临贴亲新远])近)\s?"
        r"[\d.一二三四五六七八九十百千万两]+[^\d，。；、：（）\s]{0,4}?(?P<after>左右|上下)(?!级|班|游|联|衔|协|线)"
    )
