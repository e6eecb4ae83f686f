"""附件标题居中编排在版心第三行：与“附件1”之间空一行。

在 Word 里空一行，或者设段前一行都可以。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-015",
    name="annex-title-without-empty-line",
    title="附件标题居中编排在版心第三行",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="附件标题紧跟“附件1”",
    good="“附件1”下空一行，标题居中",
    wants=("word",),
)

_LINE = 18.0
"""pt of space that count as an empty line."""


def check(reading: Reading) -> Iterator[Hit]:
    """Each title with the paragraph above it."""
    if reading.word is None:
        return
    for before, one in pairwise(reading.word.paragraphs):
        if reading.word.parts.get(one.number) != "annex_title" or one.cell:
            continue
        below_label = reading.word.parts.get(before.number) == "annex_label"
        if below_label and one.before + before.after < _LINE:
            message = _("the title of the annex stands right below its label")
            yield of_paragraph(reading, one, message, _("leave one line empty between them"))
        elif one.align not in ("center",) and reading.word.parts.get(before.number) != "annex_title":
            yield of_paragraph(reading, one, _("the title of the annex is not centred"))
