"""附件另面编排。

“附件1”应当在新的一页最上面。用分页符、分节符，或者“段前分页”；用空行把它推到下一页的，前面改一个字就错位，也算没有
另面。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-012",
    name="annex-on-the-same-page",
    title="附件另面编排",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="附件接在落款后同页",
    good="附件前分页",
    wants=("word", "pages"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Labels of annexes, in a Word file by its breaks, in a PDF by the lines above them."""
    message, hint = _("the annex does not begin a page"), _("put a page break before it")
    for one in reading.word.of("annex_label") if reading.word else ():
        begins_file = (
            not any(other.text for other in reading.word.paragraphs[: one.number - 1]) if reading.word else False
        )
        if not one.begins_page and not begins_file:
            yield of_paragraph(reading, one, message, hint)
    if reading.pages is None or reading.loaded:
        return
    for page in reading.pages:
        above = [line for line in page.lines if reading.pages.parts.get(line) != "page_number"]
        for number, line in enumerate(above):
            if reading.pages.parts.get(line) == "annex_label" and number > 1:
                yield from (
                    passage.hit(0, len(passage.text), message, hint)
                    for passage in reading.of("annex_label")
                    if passage.place.line == page.number
                )
