"""页码单页居右、双页居左，不居中。

单页的页码居右空一字，双页的居左空一字，这样双面印刷时页码总在外侧。只在页脚写明居中（Word 文件），或者每一页的页码
都在正中（PDF）时提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.layout import whole
from docgen.lint.page_text import is_page_number
from docgen.lint.pages import Pages
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PAGE-002",
    name="page-number-in-the-middle",
    title="页码单右双左空一字，不居中",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.5",
    bad="页码居中",
    good="单页居右空一字，双页居左空一字",
    wants=("word", "pages"),
)

_NEAR = 4.0
"""mm from the middle of the page."""


def check(reading: Reading) -> Iterator[Hit]:
    """Footers that are centred, and pages whose numbers all stand in the middle."""
    message, hint = _("the page number stands in the middle"), _("odd pages: at the right; even pages: at the left")
    for one in reading.word.numbered_footers if reading.word else ():
        if one.align == "center" and not one.boxed:
            passage = next((passage for passage in reading.of("page_number") if passage.text == one.text), None)
            yield whole(passage, message, hint) if passage else at(one.place, message, hint)
            return
    if reading.pages and _all_in_the_middle(reading.pages):
        yield at(reading.pages.place(1), message, hint)


def _all_in_the_middle(pages: Pages) -> bool:
    found = [(line, page) for page in pages if not page.landscape for line in page.lines if is_page_number(line, page)]
    return len(found) > 1 and all(abs((line.x0 + line.x1 - page.width) / 2) < _NEAR for line, page in found)
