"""横排表的页码，位置与竖排页相同。

A4 横排的附表，装订时转过来，页码仍在纸的下方（即横页的一侧），不随页面转到长边底下。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.page_text import is_page_number
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-002",
    name="number-turned-with-the-page",
    title="A4横排表的页码位置同其他页",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 8",
    bad="横页的页码印在横页底边",
    good="横页的页码印在与竖页相同的位置",
    wants=("pages",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Landscape pages among upright ones; the first whose number stands at its long edge."""
    if reading.pages is None or all(page.landscape for page in reading.pages):
        return
    for page in reading.pages:
        if page.landscape and any(is_page_number(line, page) for line in page.lines):
            message = _("the number of this landscape page stands at its long edge")
            hint = _("let it stand where the numbers of upright pages do, turned")
            yield at(reading.pages.place(page.number), message, hint)
            return
