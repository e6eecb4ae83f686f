"""What there is to say about forms drawn in Word, wherever one is part of a document."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Problem
from docgen.document.tree import Document, Notice, SplitAnnex, WordForm
from docgen.language import _


def warnings_about(document: Document) -> Iterator[Problem]:
    """Of a notice, which annexes it does not hold: they have a look of their own, and a page says that they are
    attached. Of such an annex, what its author left in it.
    """
    from docgen.render.docx.revisions import revisions_left

    match document:
        case Notice():
            yield from (
                _not_bound_in(f"{one.label} {one.title}")
                for one in document.annexes
                if isinstance(one.content, WordForm)
            )
        case SplitAnnex(annex=annex) if isinstance(annex.content, WordForm):
            yield from revisions_left(annex.content)
        case _:
            return


def _not_bound_in(annex: str) -> Problem:
    message = _("{annex} is drawn in Word and is not bound into the notice, where a page says （另附）")
    hint = _("send its own file along with the notice")
    return Problem("R430", message.format(annex=annex), severity="warning", hint=hint)
