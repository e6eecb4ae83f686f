"""单列名额的单位须在花名册里。

quotas: 的 by_unit 里写了单位，花名册里却没有这个单位，多半是名称写得不一样（区与区人社局，全称与简称）；它的名额
就落不到任何一份表上。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import did_you_mean
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="QUOTA-002",
    name="quota-of-no-unit",
    title="单列名额的单位须在花名册里",
    severity="warning",
    tier="计算",
    source="一致性校验",
    bad="by_unit: {甲区: 4}，花名册里是“甲区人力资源和社会保障局”",
    good="by_unit: {甲区人力资源和社会保障局: 4}",
    wants=("quotas:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The names of by_unit against those of the roster."""
    if reading.loaded is None or not any(quota.by_unit for quota in reading.loaded.campaign.quotas.values()):
        return
    from docgen.roster.unit import Unit

    known = [row.name for row in reading.rows if isinstance(row, Unit)]
    for key, quota in reading.loaded.campaign.quotas.items():
        for name in quota.by_unit:
            if known and name not in known:
                message = _('no unit of the roster is called "{name}"').format(name=name)
                yield at(reading.place("quotas", key, "by_unit", name), message, did_you_mean(name, known))
