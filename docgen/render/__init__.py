"""From a document to bytes: a literal table of formats. A renderer sees documents, never a campaign."""

from __future__ import annotations

from docgen.document.tree import Document
from docgen.render.bound import not_bound_in
from docgen.render.setting import Engine, Rendered, Renderer, Setting

__all__ = ["RENDERERS", "Engine", "Rendered", "Renderer", "Setting"]


# Each renderer imports its libraries when it is used, so that the table costs nothing.
def _docx(document: Document, setting: Setting) -> Rendered:
    from docgen.render.docx import render_docx

    return not_bound_in(document, render_docx(document, setting))


def _pdf(document: Document, setting: Setting) -> Rendered:
    from docgen.render.pdf import render_pdf

    return not_bound_in(document, render_pdf(document, setting))


def _txt(document: Document, setting: Setting) -> Rendered:
    from docgen.render.txt import render_txt

    return not_bound_in(document, render_txt(document, setting))


RENDERERS: dict[str, Renderer] = {"docx": _docx, "pdf": _pdf, "txt": _txt}
