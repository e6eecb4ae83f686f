"""页码左右各放一条一字线：— 1 —。

一字线“—”长一个字，不是键盘上的减号“-”，也不是半个破折号“–”。没有线的页码同样不合要求，但从网页、PDF 转来的文本常常
丢掉这两条线，所以只在看得见减号的时候提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.rules.page._footers import page_numbers

RULE = Rule(
    code="PAGE-001",
    name="hyphens-around-page-number",
    title="页码两侧用一字线",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.5",
    bad="- 1 -",
    good="— 1 —",
    wants=("page_number",),
    fixes=True,
)

_OTHER = Pattern(r"([-–－―─·•~]+)\s*(\d{1,4})\s*([-–－―─·•~]+)")


def check(reading: Reading) -> Iterator[Hit]:
    """The lines at both sides of page numbers."""
    for passage in page_numbers(reading):
        match = _OTHER.fullmatch(passage.text)
        if match:
            better = f"— {match[2]} —"
            message = _('the page number stands between "{marks}", not between lines as long as a character')
            words = message.format(marks=f"{match[1]} {match[3]}")
            yield passage.hit(0, len(passage.text), words, _("write {number}").format(number=better), better)
