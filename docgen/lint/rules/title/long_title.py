"""标题宜在36字以内，过长的精简事由。

发文机关名称和书名号里引用的标题不能精简，不计；数字和字母按半个字计。长标题有时出于必要，所以只作一般提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.compose.widths import width_of
from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-014",
    name="long-title",
    title="标题过长应精简",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="示例市人力资源和社会保障局关于做好2026年度全市卫生系列中级和初级专业技术职务任职资格评审申报材料报送工作的通知",
    good="示例市人力资源和社会保障局关于做好2026年度卫生职称评审工作的通知",
    wants=("title",),
)

_MOST = 36.0
"""Characters."""


def check(reading: Reading) -> Iterator[Hit]:
    """The width of the title without its issuer and what it quotes."""
    title = title_of(reading)
    if not title:
        return
    words = title.unquoted[max(title.text.find("关于"), 0) :]
    width = width_of("".join(words.replace("\ufffc", "").split()))
    if width > _MOST:
        message = _("from 关于 on, the title is {count} characters long").format(count=f"{width:g}")
        yield title.hit(0, len(title.text), message, _("tighten it to {most} or less").format(most=f"{_MOST:g}"))
