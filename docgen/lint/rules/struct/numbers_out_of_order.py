"""同一层的序号逐一递增，不跳号，不重号。

从“一”重新数起是另一组，不提示；缺的号写在某一段的中间（“……；2.……”）也不提示。增删段落之后最容易漏改序号。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.points import CHINESE, Point, Section
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-010",
    name="numbers-out-of-order",
    title="同级序号连续不重复",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="一、……三、……",
    good="一、……二、……",
)


def check(reading: Reading) -> Iterator[Hit]:
    """A number that neither follows the one before it nor begins anew."""
    for section in reading.sections:
        last: dict[int, Point] = {}
        for point in section.points:
            before = last.get(point.level)
            if before and _is_wrong(before, point) and not _is_within(before, point, section):
                yield _hit(before, point)
            last = {level: one for level, one in last.items() if level < point.level} | {point.level: point}


def _is_wrong(before: Point, point: Point) -> bool:
    if point.ordinal == 1 or any(one.rest[:1] in CHINESE for one in (before, point)):
        return False  # 一、二等奖 at the beginning of a line
    return point.ordinal != before.ordinal + 1


def _is_within(before: Point, point: Point, section: Section) -> bool:
    """Whether the number that is missing stands within a paragraph between."""
    missing = point.ordinal - 1
    signs = (f"{missing}.", f"{missing}．", f"{missing}、", f"（{missing}）", f"({missing})")
    between = "".join(passage.text for passage in section.passages[before.row : point.row])
    return point.level >= 3 and any(sign in between[1:] for sign in signs)


def _hit(before: Point, point: Point) -> Hit:
    if point.ordinal == before.ordinal:
        message = _('"{number}" stands there twice').format(number=point.mark)
    else:
        message = _('"{number}" comes after "{before}"').format(number=point.mark, before=before.mark)
    hint = _("count on, or put back what is missing")
    return point.passage.hit(point.start, point.end, message, hint)
