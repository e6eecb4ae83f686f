"""发文机关不给自己主送。

套用上级机关的通知时，上级主送给本机关的名称常常留在主送机关里，应当换成本机关的下级。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.addressees import addressees_of
from docgen.lint.finding import Hit
from docgen.lint.offices import issuers_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-009",
    name="addressed-to-itself",
    title="主送机关里没有发文机关自己",
    severity="warning",
    tier="计算",
    source="逻辑校验",
    bad="示例市人力资源和社会保障局发文，主送“示例市人力资源和社会保障局”",
    good="示例市人力资源和社会保障局发文，主送“各区人力资源和社会保障局”",
)


def check(reading: Reading) -> Iterator[Hit]:
    """An addressee that is one of those that sign."""
    issuers = {name for _place, name, _mark in issuers_of(reading)}
    for one in addressees_of(reading):
        if one.name in issuers:
            message = _('"{name}" issues the notice itself').format(name=one.name)
            yield one.passage.hit(one.start, one.end, message, _("leave it out"))
