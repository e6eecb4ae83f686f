"""页码只写数字，不写“第×页 共×页”。

公文页码用阿拉伯数字，左右各一条一字线；“第1页 共3页”是表格、报告的写法。
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
    code="PAGE-007",
    name="page-of-pages",
    title="不用“第×页 共×页”",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.5",
    bad="第1页 共3页",
    good="— 1 —",
    wants=("page_number",),
)

_OTHER = Pattern(r"第\s*\d{1,4}\s*页.*|共\s*\d{1,4}\s*页.*|\d{1,4}\s*/\s*\d{1,4}")


def check(reading: Reading) -> Iterator[Hit]:
    """Page numbers in words, and those with the number of pages."""
    for passage in page_numbers(reading):
        if _OTHER.fullmatch(passage.text):
            message = _('"{words}" is not how a document\'s pages are numbered').format(words=passage.text)
            yield passage.hit(0, len(passage.text), message, _("write {number}").format(number="— 1 —"))
