"""以上级通知为依据的应当引用。

superior: 指明了上级的活动，依据文件（basis:）里却没有它的通知，收文单位无从知道本通知的来由。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.superior import problems_as_hits

RULE = Rule(
    code="SUP-003",
    name="superior-not-cited",
    title="以上级通知为依据的应当引用",
    severity="warning",
    tier="实务",
    source="一致性校验（superior:）",
    bad="superior: sheng-2026，basis: 中没有上级的通知",
    good="basis: {sheng: {title: 关于做好2026年推荐工作的通知, number: 示省人社发〔2026〕3号}}",
    wants=("superior",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """What ``superior_problems`` says of it (code C133)."""
    return problems_as_hits(reading, "C133")
