"""跨页的表，每一页都有表头。

在 Word 里选中表头行，勾选“重复标题行”。行数多得肯定跨页（30行以上）而没有设的，才提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-003",
    name="long-table-without-repeated-head",
    title="跨页表格重复表头",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="40行的表，续页无表头",
    good="表头行勾选“重复标题行”",
    wants=("word",),
)

_ROWS = 30


def check(reading: Reading) -> Iterator[Hit]:
    """Tables that must go on over a page."""
    for table in reading.word.tables if reading.word else ():
        if len(table.rows) > _ROWS and not table.has_header:
            message = _("the table has {n} rows, and its head is not repeated on the next page")
            hint = _("select the head and tick “重复标题行”")
            yield of_paragraph(reading, table.first, message.format(n=len(table.rows)), hint)
