"""Annexes that a notice cannot hold: a form drawn in Word has a look of its own, so a page says that it is attached."""

from __future__ import annotations

from dataclasses import replace

from docgen.diagnostics import Problem
from docgen.document.tree import Document, Notice, WordForm
from docgen.language import _
from docgen.render.setting import Rendered


def not_bound_in(document: Document, rendered: Rendered) -> Rendered:
    """What was rendered, with a warning for each annex of a notice that is not in it."""
    if not isinstance(document, Notice):
        return rendered
    missing = [annex for annex in document.annexes if isinstance(annex.content, WordForm)]
    return replace(rendered, warnings=(*rendered.warnings, *(_warning(f"{one.label} {one.title}") for one in missing)))


def _warning(annex: str) -> Problem:
    message = _("{annex} is drawn in Word and is not bound into the notice, where a page says （另附）")
    hint = _("send its own file along with the notice")
    return Problem("R430", message.format(annex=annex), severity="warning", hint=hint)
