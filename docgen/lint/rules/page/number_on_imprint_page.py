"""版记页前面有空白页的，空白页和版记页都不编页码。

版记与正文、附件同在一页的，版记页前面没有空白页的，照常编。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pages import Page, Pages
from docgen.lint.passage import Part
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PAGE-008",
    name="number-on-imprint-page",
    title="版记页前空白页及版记页不编页码",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.5",
    bad="空白页后的版记页有页码",
    good="空白页和版记页都没有页码",
    wants=("pages",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The last page, where it has an imprint and nothing else, and the one before it is empty."""
    if reading.pages is None or len(reading.pages) < 2:
        return
    before, page = (_parts(reading.pages, page) for page in reading.pages.pages[-2:])
    if before <= {"page_number"} and "imprint" in page and page <= {"imprint", "copies_to", "page_number"}:
        if "page_number" not in before | page:
            return
        place = reading.place("imprint") if reading.loaded else reading.pages.place(len(reading.pages))
        yield at(place, _("the empty page or the page with the imprint has a page number"), _("take it out"))


def _parts(pages: Pages, page: Page) -> set[Part | None]:
    return {pages.parts.get(line) for line in page.lines}
