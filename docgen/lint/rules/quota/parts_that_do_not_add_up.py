"""分配到各单位的名额加起来等于总名额。

quotas: 里 per: total 的名额，max 是总数，by_unit 是各单位的数。只要列全了，两者就应当相等；调整了一处，要记得另一
处。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="QUOTA-001",
    name="parts-that-do-not-add-up",
    title="各单位名额之和等于总名额",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="max: 10，by_unit: {甲: 4, 乙: 5}",
    good="max: 9，by_unit: {甲: 4, 乙: 5}",
    wants=("quotas:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A total with its parts."""
    for key, quota in reading.loaded.campaign.quotas.items() if reading.loaded else ():
        total = quota.max
        parts = sum(quota.by_unit.values())
        if quota.per == "total" and total is not None and quota.by_unit and parts != total:
            message = _("the parts add up to {parts}, the total is {total}").format(parts=parts, total=total)
            yield at(reading.place("quotas", key, "max"), message, _("see which of the numbers is right"))
