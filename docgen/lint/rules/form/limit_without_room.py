"""字数限制要与格子的大小相称。

限1000字的栏目，格子只放得下400字，手写的写不下，电脑填写的把表撑成好几页。这里按格宽、格高、字号量出能写多少字，限
制超过它一半以上才提示：表格会随字数长高，差得不多无妨。
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.planned_cells import PlannedCell
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-018",
    name="limit-without-room",
    title="字数限制与格子大小相称",
    severity="info",
    tier="计算",
    source="按格宽、格高、字号测量",
    bad="limit: 1000，格子只写得下400字",
    good="limit: 400，格子写得下400字",
    wants=("forms",),
)

_FACTOR = 1.5


def check(reading: Reading) -> Iterator[Hit]:
    """Each limit against what its cell holds below what is printed there."""
    for one in reading.planned_cells:
        if one.plan.limit is None:
            continue
        fits = _fits(one)
        if one.plan.limit > _FACTOR * fits:
            message = _("up to {limit} characters may be written here, and the cell holds about {fits}")
            hint = _("make the row higher, the column wider or the limit lower")
            yield at(one.place("limit"), message.format(limit=one.plan.limit, fits=fits), hint)


def _fits(one: PlannedCell) -> int:
    from docgen.compose.widths import lines_needed

    lines = math.floor(one.room.inner_height / one.room.pitch + 0.35)
    printed = sum(lines_needed(line.text, one.room.characters) for line in one.cell.lines if line.text.strip())
    return max(lines - printed, 0) * math.floor(one.room.characters)
