"""标题里手打的年份与 year: 一致。

标题写“2025年”而 year: 是 2026，多半是套用旧稿漏改。跨年的项目（2026年申报2025年度）确有其事的，以 allow 注明；标
题里写 {{ year }} 就不会错。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="YEAR-001",
    name="title-of-another-year",
    title="标题的年份与 year: 一致",
    severity="warning",
    tier="计算",
    source="一致性校验（套用旧稿的残留）",
    bad="year: 2026，标题“关于做好2025年推荐工作的通知”",
    good="标题“关于做好{{ year }}年推荐工作的通知”",
    needs=("20",),
)

_YEAR = Pattern(r"(?<![\d—－–～~-])(20\d\d)\s*(?=[年春夏秋冬])")


def check(reading: Reading) -> Iterator[Hit]:
    """A year typed in the title, where it is the only one."""
    if reading.loaded is None:
        return
    year = str(reading.loaded.campaign.year)
    for passage in reading.of("title"):
        years = list(_YEAR.finditer(passage.unquoted))
        if len(years) == 1 and years[0][1] != year:
            message = _("the title says {other}年, the campaign is of {year}").format(other=years[0][1], year=year)
            yield passage.hit(*years[0].span(1), message, _("write {{ year }}年, or set year: right"))
