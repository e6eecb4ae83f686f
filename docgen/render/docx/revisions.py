"""What an author left in a Word file while working on it: tracked changes and comments, which everybody sees later."""

from __future__ import annotations

import functools
import re

from docgen.diagnostics import Place, Problem
from docgen.document.tree import WordForm
from docgen.language import _, ngettext
from docgen.render.docx.compiled.archive import read_archive

_CHANGE = re.compile(rb"<w:(?:ins|del|moveFrom|moveTo)[ >]")
_COMMENT = re.compile(rb"<w:comment[ >]")
_WITH_TEXT = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)\d*\.xml")


def changes_in(xml: bytes) -> int:
    """How many tracked changes there are in a part."""
    return len(_CHANGE.findall(xml))


def comments_in(xml: bytes) -> int:
    """How many comments there are in the part that holds them."""
    return len(_COMMENT.findall(xml))


def revisions_left(form: WordForm) -> tuple[Problem, ...]:
    """A warning for each kind that the form's Word file has: every unit's file has the same, and shows them."""
    changes, comments = _counted(form.template, form.file)
    told = []
    if changes:
        message = ngettext(
            "{n} tracked change of the Word file will be seen in every file made from it",
            "{n} tracked changes of the Word file will be seen in every file made from it",
            changes,
        )
        told.append((message.format(n=changes), _("accept or reject them all")))
    if comments:
        message = ngettext(
            "{n} comment of the Word file will be seen in every file made from it",
            "{n} comments of the Word file will be seen in every file made from it",
            comments,
        )
        told.append((message.format(n=comments), _("delete them, unless they are meant for who fills in the form")))
    return tuple(Problem("R431", message, Place(form.file), hint, "warning") for message, hint in told)


@functools.lru_cache(maxsize=16)
def _counted(template: bytes, file: str) -> tuple[int, int]:
    archive = read_archive(template, Place(file))
    parts = [archive.read(name) for name in archive.members if _WITH_TEXT.fullmatch(name)]
    comments = comments_in(archive.read("word/comments.xml")) if "word/comments.xml" in archive.members else 0
    return sum(map(changes_in, parts)), comments
