"""附件说明在正文下空一行，左空二字。

“附件：”紧接着正文，或者顶着左边，都不合要求。在 Word 里空一行或者设段前一行，左缩进二字。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import left_edge, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-017",
    name="annex-note-without-empty-line",
    title="附件说明与正文间空一行、左空二字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="紧接正文、顶格",
    good="空一行、左空二字",
    wants=("word",),
)

_LINE = 18.0
"""pt of space that count as an empty line."""


def check(reading: Reading) -> Iterator[Hit]:
    """The first entry, with the paragraph above it."""
    one = next(reading.word.of("annex_note"), None) if reading.word else None
    if reading.word is None or one is None or one.cell or not one.text.startswith("附"):
        return
    before = reading.word.paragraphs[one.number - 2] if one.number > 1 else None
    follows = before is not None and before.text and reading.word.parts.get(before.number) == "body"
    if before and follows and one.before + before.after < _LINE:
        message = _("附件： follows the words without an empty line")
        yield of_paragraph(reading, one, message, _("leave one line empty between them"))
        return
    if one.align in ("left", "both") and left_edge(one) < 1.3:
        message = _("附件： does not stand two characters in")
        yield of_paragraph(reading, one, message, _("indent it by two characters"))
