"""段首空两字用首行缩进，不用空格。

打空格缩进的，字号一改、两端一对齐，就参差不齐；首行缩进设为2字符，怎么改都是两个字。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.finding import Hit
from docgen.lint.layout import leading_space, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-003",
    name="indent-by-spaces",
    title="用首行缩进，不用空格缩进",
    severity="warning",
    tier="实务",
    source="实务",
    bad="　　为做好……（两个全角空格）",
    good="首行缩进2字符",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Paragraphs of the body that begin with spaces; the first is told, with their number."""
    if reading.word is None:
        return
    found = [one for one in reading.word.of("body", "annex_body") if leading_space(one) >= 1.5]
    if found:
        message = ngettext(
            "{n} paragraph is indented by spaces", "{n} paragraphs are indented by spaces", len(found)
        ).format(n=len(found))
        yield of_paragraph(reading, found[0], message, _("take them out and indent the first line by 2 characters"))
