"""版记排在偶数页，即最后一面。

公文双面印刷，版记在最后一张纸的背面。正文在奇数页结束的，补一个空白页再排版记，空白页和版记页不编页码。
信函格式的版记在末面的最下方，不论单双，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-011",
    name="imprint-on-odd-page",
    title="版记编排在偶数页",
    severity="warning",
    tier="国标",
    source="GB/T 33476.2-2016 7.3.1",
    bad="版记落在第3页",
    good="版记在第4页",
    wants=("pages",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The page of the imprint, if it is the last."""
    line = next(reading.pages.of("imprint"), None) if reading.pages else None
    if reading.pages is None or line is None or line.page % 2 == 0 or line.page != len(reading.pages):
        return
    if not reading.loaded and _is_letter(reading):
        return
    message = _("the imprint stands on page {page}, an odd one").format(page=line.page)
    place = reading.place("imprint") if reading.loaded else reading.pages.place(line.page)
    yield at(place, message, _("it belongs on the back of the last sheet"))


def _is_letter(reading: Reading) -> bool:
    from docgen.lint.letter import is_letter

    return is_letter(reading)
