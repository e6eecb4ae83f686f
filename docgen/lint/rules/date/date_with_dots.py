"""成文日期写成“2026年3月5日”，不写成2026.3.5、2026-3-5、2026/3/5。

本条只看成文日期；表格里为了省地方的写法不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-004",
    name="date-with-dots",
    title="成文日期不用点、横线、斜线",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.4",
    bad="2026.3.5",
    good="2026年3月5日",
    wants=("date",),
    fixes=True,
)

_DATE = Pattern(r"(\d{4})\s*[./\-－—]\s*0?(\d{1,2})\s*[./\-－—]\s*0?(\d{1,2})")


def check(reading: Reading) -> Iterator[Hit]:
    """The date of issue with marks between its numbers."""
    for passage in reading.of("date"):
        if match := _DATE.fullmatch(passage.text):
            date = f"{match[1]}年{match[2]}月{match[3]}日"
            message = _('the date of issue is written "{date}"').format(date=passage.text)
            yield passage.hit(0, len(passage.text), message, _("write {date}").format(date=date), date)
