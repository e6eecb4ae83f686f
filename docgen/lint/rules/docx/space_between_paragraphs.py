"""正文各段之间不另加间距：段前、段后都是0。

公文的正文是一行接一行排的，段间距会让每面排不满22行，左右两面的行也对不齐。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-007",
    name="space-between-paragraphs",
    title="段前段后为0",
    severity="warning",
    tier="技术",
    source="由每面22行推算（GB/T 9704-2012 5.2.3）",
    bad="段后10磅",
    good="段前0、段后0",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Paragraphs of the body with space above or below; the first is told, with their number."""
    if reading.word is None:
        return
    body = [*reading.word.of("body")]
    found = [one for one in body if one.before > 1 or one.after > 1]
    if len(found) > len(body) / 2:
        message = ngettext(
            "{n} paragraph of the body has space above or below it ({space} pt)",
            "{n} paragraphs of the body have space above or below them ({space} pt)",
            len(found),
        )
        space = max(found[0].before, found[0].after)
        yield of_paragraph(reading, found[0], message.format(n=len(found), space=f"{space:g}"), _("set both to 0"))
