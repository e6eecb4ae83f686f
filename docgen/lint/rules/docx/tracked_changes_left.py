"""定稿里不留修订痕迹和批注。

修订没有接受，收文单位看得见改了什么；批注里常有不宜外传的话。定稿前接受全部修订，删除全部批注。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _, ngettext
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.render.docx.revisions import changes_in, comments_in

RULE = Rule(
    code="DOCX-009",
    name="tracked-changes-left",
    title="定稿不含修订痕迹与批注",
    severity="error",
    tier="技术",
    source="定稿要求",
    bad="未接受的修订、未删除的批注",
    good="没有修订和批注",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Changes in the text, comments beside it."""
    if reading.word is None:
        return
    package = reading.word.package
    changes = changes_in(package.parts[package.main])
    comments = comments_in(package.part("comments.xml"))
    if changes:
        message = ngettext(
            "{n} tracked change is still in the file", "{n} tracked changes are still in the file", changes
        ).format(n=changes)
        yield at(reading.place(), message, _("accept or reject them all"))
    if comments:
        message = ngettext("{n} comment is still in the file", "{n} comments are still in the file", comments).format(
            n=comments
        )
        yield at(reading.place(), message, _("delete them all"))
