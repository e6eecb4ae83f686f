"""DOCX: a document put into a Word file, whole (``whole``) or, for many units, into one laid out before.

``render_docx`` is all that most need; ``form_template`` makes the same files by the thousand, ``compiled`` fills in any
Word file with docxtpl's tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docgen.document.tree import Document
    from docgen.render.setting import Rendered, Setting


def render_docx(document: Document, setting: Setting) -> Rendered:
    """A .docx file; equal documents and shells give equal bytes.

    Raises DocgenError (exit 4) where the shell is not a Word file or its tags cannot be filled in.
    """
    # The engine for many units is part of this package and does without all this.
    from docgen.render.docx.whole import rendered

    return rendered(document, setting)
