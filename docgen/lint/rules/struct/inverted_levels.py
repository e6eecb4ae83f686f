"""结构层次由大到小，上一层的序号不排在下一层之内。

“1.”之下又从“（一）”写起，写完再接“2.”，读者就分不清谁管着谁。分项列举时另起“（一）（二）”、列完不再回到原来的
层次，是常见的写法，不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.points import Point
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-009",
    name="inverted-levels",
    title="层次不倒置",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="1.下设（一）",
    good="（一）下设1.",
)


def check(reading: Reading) -> Iterator[Hit]:
    """（一） between 1. and 2., with no 一、 between them."""
    for section in reading.sections:
        found = section.points
        for index, point in enumerate(found[1:], start=1):
            outer = found[index - 1]
            if point.ordinal == 1 and point.level < outer.level and _comes_back(outer, found[index:]):
                message = _('"{number}" of a higher level stands within "{outer}"')
                hint = _("the levels are 一、 （一） 1. （1）, from the greatest to the least")
                text = message.format(number=point.mark, outer=outer.mark)
                yield point.passage.hit(point.start, point.end, text, hint)


def _comes_back(outer: Point, following: tuple[Point, ...]) -> bool:
    """Whether the lower level is counted on behind the higher one's points."""
    level = following[0].level
    for point in following:
        if point.level < level:
            return False
        if point.level == outer.level:
            return point.ordinal == outer.ordinal + 1
    return False
