"""PDF: one of two engines behind one function. Typst sets the document itself; LibreOffice converts the DOCX."""

from __future__ import annotations

from docgen.document.tree import Document, SplitAnnex, WordForm
from docgen.render.setting import Rendered, Setting


def render_pdf(document: Document, setting: Setting) -> Rendered:
    """``auto`` is one rule: a look with ``page.typ`` → typst, else libreoffice. The result names its engine.

    A form drawn in Word has only its Word file, so LibreOffice prints it whatever engine is asked for.
    """
    engine = setting.engine
    if isinstance(document, SplitAnnex) and isinstance(document.annex.content, WordForm):
        engine = "libreoffice"
    if engine == "auto":
        engine = "typst" if setting.look.page.is_file() else "libreoffice"
    if engine == "typst":
        from docgen.render.pdf.typst import render_with_typst

        return render_with_typst(document, setting)
    from docgen.render.pdf.libreoffice import render_with_libreoffice

    return render_with_libreoffice(document, setting)
