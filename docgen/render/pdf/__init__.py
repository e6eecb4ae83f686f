"""PDF: one of two engines behind one function. Typst sets the document itself; LibreOffice converts the DOCX."""

from __future__ import annotations

from typing import Literal

from docgen.document.tree import Document, SplitAnnex, WordForm
from docgen.render.setting import Rendered, Setting


def render_pdf(document: Document, setting: Setting) -> Rendered:
    """The document as ``engine_for`` it prints it. The result names its engine."""
    if engine_for(document, setting) == "typst":
        from docgen.render.pdf.typst import render_with_typst

        return render_with_typst(document, setting)
    from docgen.render.pdf.libreoffice import render_with_libreoffice

    return render_with_libreoffice(document, setting)


def engine_for(document: Document, setting: Setting) -> Literal["typst", "libreoffice"]:
    """``auto`` is one rule: a look with ``page.typ`` → typst, else libreoffice.

    A form drawn in Word has only its Word file, so LibreOffice prints it whatever engine is asked for.
    """
    if has_only_a_word_file(document):
        return "libreoffice"
    if setting.engine == "auto":
        return "typst" if setting.look.page.is_file() else "libreoffice"
    return setting.engine


def has_only_a_word_file(document: Document) -> bool:
    """Whether it is a form drawn in Word."""
    return isinstance(document, SplitAnnex) and isinstance(document.annex.content, WordForm)
