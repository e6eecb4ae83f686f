"""日期写“5日”，不写“5号”。

“号”是口头的说法，公文里日期用“日”。“3月5号文件”“5号楼”的“号”不是日期，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-007",
    name="hao-for-ri",
    title="日期用“日”不用“号”",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="2026年3月5号",
    good="2026年3月5日",
    needs=("号",),
    fixes=True,
)

_DATE = Pattern(r"(?<![\d.])(?:0?[1-9]|1[0-2])\s*月\s*(?:[12]\d|3[01]|0?[1-9])\s*(号)(?![文楼院线门房馆厅令公桌车机])")


def check(reading: Reading) -> Iterator[Hit]:
    """号 behind month and day."""
    for passage in reading.of("date", "title", "body", "annex_body", "note", "form", "value"):
        for match in _DATE.finditer(passage.bare):
            message = _('"{date}" says 号').format(date=match.group())
            yield passage.hit(*match.span(1), message, _("write 日"), "日")
