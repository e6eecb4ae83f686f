"""标题里的发文机关与落款是同一个机关。

套用别处的文稿，最容易留下原来那个机关的名称。全称、简称、规范化简称都认；标题不写发文机关的，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of
from docgen.lint.offices import is_short_for, issuers_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-017",
    name="title-of-another-issuer",
    title="标题中的发文机关与落款一致",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="标题“示例县人力资源和社会保障局关于……的通知”，落款“示例市人力资源和社会保障局”",
    good="标题“示例市人力资源和社会保障局关于……的通知”，落款“示例市人力资源和社会保障局”",
    needs=("关于",),
)

_ISSUER = Pattern(r"([\u4e00-\u9fff（）]{3,40}?[局厅委部院会校署处室府司心])关于")


def check(reading: Reading) -> Iterator[Hit]:
    """The office before 关于, against those that sign."""
    title = title_of(reading)
    match = _ISSUER.match(title.text) if title else None
    if not title or not match:
        return
    signed = [name for _place, name, _mark in issuers_of(reading)]
    if reading.loaded:
        signed += [issuer.short for issuer in reading.loaded.campaign.issuer if issuer.short]
    if signed and not any(_same(match[1], "".join(name.split())) for name in signed):
        message = _('the title names "{office}", but "{signer}" signs').format(office=match[1], signer=signed[0])
        yield title.hit(*match.span(1), message, _("one of the two is left over from another notice"))


def _same(office: str, name: str) -> bool:
    return office == name or is_short_for(office, name) or is_short_for(name, office)
