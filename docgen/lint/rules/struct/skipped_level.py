"""结构层次依次用“一、”“（一）”“1.”“（1）”，不跳级。

“一、”之下直接用“（1）”，“（一）”之下直接用“（1）”，都是跳了一级。全文只有两个层次时，“一、”之下用“1.”是
通行的写法，不提示；不从“一、”写起的短文也不提示。每个“一、”之下只提示第一处。
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.points import Point
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-007",
    name="skipped-level",
    title="层次不跳级",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="一、→（1）",
    good="一、→（一）→1.→（1）",
)


def check(reading: Reading) -> Iterator[Hit]:
    """A first point (1) right below 一、 or （一）."""
    for section in reading.sections:
        yield from _skips(section.points)


def _skips(found: tuple[Point, ...]) -> Iterator[Hit]:
    told = False
    for before, point in itertools.pairwise(found):
        told = told and point.level != 1
        if told or point.level != 4 or point.ordinal != 1 or before.level > 2:
            continue
        told = True
        message = _('"{number}" stands right below "{above}": a level is skipped')
        wanted = "（一）" if before.level == 1 else "1."
        hint = _("the levels are 一、 （一） 1. （1）; below {above} comes {wanted}")
        yield point.passage.hit(
            point.start,
            point.end,
            message.format(number=point.mark, above=before.mark),
            hint.format(above=before.mark, wanted=wanted),
        )
