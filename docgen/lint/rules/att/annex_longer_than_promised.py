"""附件的页数不超过写明的页数（pages）。

一页的表多出一行，就成了两页，双面印刷的版面全变。在活动文件的附件里写上 pages: 1，印出来多于一页就提示。要有最新生
成的 PDF 才能核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.finding import Hit, at
from docgen.lint.pages import Pages
from docgen.lint.passage import Part
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-024",
    name="annex-longer-than-promised",
    title="附件页数不超过写明的页数",
    severity="warning",
    tier="实务",
    source="活动文件的 pages 与 PDF 对照",
    bad="pages: 1，印出来2页",
    good="pages: 1，印出来1页",
    wants=("pages",),
)

_CONTENT: tuple[Part, ...] = ("annex_title", "annex_body", "cell", "body", "annex_label")


def check(reading: Reading) -> Iterator[Hit]:
    """Each annex with a promise, and the pages from its label to the next."""
    if reading.loaded is None or reading.pages is None:
        return
    begins = sorted({line.page for line in reading.pages.of("annex_label")})
    uses = reading.loaded.campaign.annexes
    if not begins or len(begins) != len(uses):
        return
    ends = [*begins[1:], _end(reading.pages) + 1]
    for index, (use, first, behind) in enumerate(zip(uses, begins, ends, strict=True)):
        if use.pages is not None and behind - first > use.pages:
            message = ngettext(
                "the annex takes {n} page, {promised} is promised",
                "the annex takes {n} pages, {promised} is promised",
                behind - first,
            ).format(n=behind - first, promised=use.pages)
            yield at(reading.place("annexes", index, "pages"), message, _("make it shorter, or promise more"))


def _end(pages: Pages) -> int:
    """The last page with something of an annex; the imprint may have one of its own."""
    return max((line.page for line in pages.of(*_CONTENT)), default=len(pages))
