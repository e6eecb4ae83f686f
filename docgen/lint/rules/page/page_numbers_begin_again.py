"""附件与正文一起装订的，页码连续编排，附件不另起。

在 Word 里，后一节的页码格式选“续前节”，不选“起始页码”。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PAGE-006",
    name="page-numbers-begin-again",
    title="附件与正文一起装订页码连续",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.5",
    bad="附件的页码重新从1编",
    good="附件的页码接着正文编",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Sections behind the first that set a page number of their own."""
    if reading.word is None:
        return
    for number, section in enumerate(reading.word.sections[1:], start=2):
        if section.restarts_at is not None:
            message = _("in section {number} of the file the page numbers begin again at {start}")
            hint = _("let them go on from the section before")
            place = reading.place()
            yield at(place, message.format(number=number, start=section.restarts_at), hint)
            return
