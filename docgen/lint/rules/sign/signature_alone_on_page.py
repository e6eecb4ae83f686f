"""落款不能独占一页，至少要有两行正文与它同在一页。

正文写到页末，署名和日期被推到下一页，那一页上没有正文，别人可以换掉前面的内容。调整行距、字距，或者把前面的文字调过
来；不能写“（此页无正文）”。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pages import Page, PageLine, Pages
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-006",
    name="signature-alone-on-page",
    title="署名不得与正文分页孤立",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.5",
    bad="落款独占末页",
    good="至少两行正文与落款同页",
    wants=("pages",),
)

_WORDS = ("body", "annex_note", "cell", "attached", "addressee", "title")


def check(reading: Reading) -> Iterator[Hit]:
    """The page with the date, and what stands above it there."""
    if reading.pages is None:
        return
    for page in reading.pages:
        date = next((line for line in page.lines if reading.pages.parts.get(line) == "date"), None)
        if date is None or page.number == 1 or _has_words(reading.pages, page, date):
            continue
        message = _("the signature stands on page {page} without any of the words").format(page=page.number)
        hint = _("have at least two lines of the words on the same page")
        yield at(reading.place("issued") if reading.loaded else reading.pages.place(page.number), message, hint)
        return


def _has_words(pages: Pages, page: Page, date: PageLine) -> bool:
    return any(line.y < date.y and pages.parts.get(line) in _WORDS for line in page.lines)
