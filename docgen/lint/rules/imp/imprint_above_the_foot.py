"""版记沉底：末条分隔线与末面版心的下边缘重合。

版记浮在页中，下面留着大片空白，是没有用到版面的最后几行。与前面排满的一页比较，低不到那里的才提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.passage import Part
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-010",
    name="imprint-above-the-foot",
    title="末条分隔线与末面版心下边缘重合",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.4.1",
    bad="版记浮在页中",
    good="版记沉底",
    wants=("pages",),
)

_SLACK = 14.0
"""mm: rather more than a line."""


def check(reading: Reading) -> Iterator[Hit]:
    """The last line of the imprint, against the lowest line of any upright page."""
    if reading.pages is None or reading.loaded:
        return
    last = max(reading.pages.of("imprint"), key=lambda line: (line.page, line.y), default=None)
    if last is None or reading.pages.pages[last.page - 1].landscape:
        return
    words: tuple[Part, ...] = ("body", "annex_body", "cell", "attached")
    full = [line.y for line in reading.pages.of(*words) if not reading.pages.pages[line.page - 1].landscape]
    below = [line for line in reading.pages.pages[last.page - 1].lines if line.y > last.y + 2]
    others = [line for line in below if reading.pages.parts.get(line) != "page_number"]
    if full and not others and max(full) - last.y > _SLACK:
        message = _("the imprint ends {mm} mm above the foot of the type area").format(mm=round(max(full) - last.y))
        yield at(reading.pages.place(last.page), message, _("set it at the very foot of the last page"))
