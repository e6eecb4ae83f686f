"""附件标题里手打的年份与 year: 一致。

附表的标题“2025年专家推荐表”年年要改，最容易漏；写 {{ year }} 就不必改。
通知标题里也写着那一年的（“关于公布2025年度……名单及开展2026年度……的通知”），不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="YEAR-002",
    name="annex-of-another-year",
    title="附件标题的年份与 year: 一致",
    severity="warning",
    tier="计算",
    source="一致性校验（套用旧稿的残留）",
    bad="year: 2026，附件标题“2025年专家推荐表”",
    good="附件标题“{{ year }}年专家推荐表”",
    needs=("年",),
)

_YEAR = Pattern(r"(?<!\d)(20\d\d)\s*年")


def check(reading: Reading) -> Iterator[Hit]:
    """A year typed in an annex's title."""
    if reading.loaded is None:
        return
    years = {str(reading.loaded.campaign.year)}
    years |= {match[1] for passage in reading.of("title") for match in _YEAR.finditer(passage.text)}
    for passage in reading.of("annex_title"):
        for match in _YEAR.finditer(passage.unquoted):
            if match[1] not in years and not passage.is_made(*match.span(1)):
                message = _("the annex's title says {other}年, the campaign is of {year}")
                hint = _("write {{ year }}年")
                yield passage.hit(
                    *match.span(1), message.format(other=match[1], year=reading.loaded.campaign.year), hint
                )
