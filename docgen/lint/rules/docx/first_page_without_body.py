"""首页必须显示正文。

标题太长、主送机关太多，把正文挤到第二页，首页就看不出讲什么事。主送机关过多的，移到版记；标题过长的，缩短。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-013",
    name="first-page-without-body",
    title="公文首页必须显示正文",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="首页只有版头、标题、主送",
    good="首页至少一行正文",
    wants=("pages",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The first page of a notice that goes on behind it."""
    if reading.pages is None or len(reading.pages) < 2:
        return
    parts = {reading.pages.parts.get(line) for line in reading.pages.pages[0].lines}
    if "title" in parts and not parts & {"body", "cell", "annex_note", "date"}:
        place = reading.place("addressees") if reading.loaded else reading.pages.place(1)
        message = _("the first page has none of the words of the body")
        yield at(place, message, _("shorten the title, or move the addressees to the imprint"))
