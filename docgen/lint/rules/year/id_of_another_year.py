"""活动的 id 里的年份与 year: 一致。

id 是输出文件夹的名字。2026 年的文件写进了 shi-2025 文件夹，上一年的成品就被盖掉了。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="YEAR-003",
    name="id-of-another-year",
    title="id 的年份与 year: 一致",
    severity="warning",
    tier="计算",
    source="一致性校验（套用旧稿的残留）",
    bad="id: shi-2025，year: 2026",
    good="id: shi-2026，year: 2026",
    wants=("campaign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A year at the end of the id."""
    if reading.loaded is None:
        return
    campaign = reading.loaded.campaign
    match = re.search(r"(?<!\d)(?:19|20)\d\d$", campaign.id)
    if match and int(match[0]) != campaign.year:
        message = _('the id "{id}" is of {other}, the campaign of {year}')
        words = {"id": campaign.id, "other": match[0], "year": campaign.year}
        yield at(reading.place("id"), message.format(**words), _("its files would go into another year's folder"))
