"""From a document to bytes: a literal table of formats. A renderer sees documents, never a campaign."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from docgen.render.setting import Engine, Rendered, Renderer, Setting

if TYPE_CHECKING:
    from docgen.document.tree import Document

__all__ = ["RENDERERS", "Engine", "Rendered", "Renderer", "Setting"]


# Each renderer imports its libraries when it is used, so that the table costs nothing.
def _docx(document: Document, setting: Setting) -> Rendered:
    from docgen.render.docx import render_docx

    return _told(document, render_docx(document, setting))


def _pdf(document: Document, setting: Setting) -> Rendered:
    from docgen.render.pdf import render_pdf

    return _told(document, render_pdf(document, setting))


def _txt(document: Document, setting: Setting) -> Rendered:
    from docgen.render.txt import render_txt

    return _told(document, render_txt(document, setting))


RENDERERS: dict[str, Renderer] = {"docx": _docx, "pdf": _pdf, "txt": _txt}


def _told(document: Document, rendered: Rendered) -> Rendered:
    """With a word about what the file does not hold, or had better not hold."""
    from docgen.render.drawn_in_word import warnings_about

    return dataclasses.replace(rendered, warnings=(*rendered.warnings, *warnings_about(document)))
