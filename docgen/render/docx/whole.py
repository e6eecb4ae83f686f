"""DOCX: the look's ``shell.docx`` filled in by docxtpl.

The shell loops over the typed blocks of a notice; what Word cannot loop over (a letterhead, a form's grid, a section)
is written here as WordprocessingML and put into the shell whole. Styles carry the look, so that restyling the shell
in Word restyles every document.
"""

from __future__ import annotations

from docgen.document.tree import Document, Notice, SplitAnnex, WordForm
from docgen.render.docx.context import annex_context, notice_context
from docgen.render.docx.draft import marked_as_draft
from docgen.render.docx.package import finish
from docgen.render.docx.shell import fill, sections_of
from docgen.render.docx.word_form import word_form_docx
from docgen.render.glyphs import glyph_problems
from docgen.render.setting import Rendered, Setting


def rendered(document: Document, setting: Setting, place: str | None = None) -> Rendered:
    """See ``render_docx``. ``place`` is where 版记 goes (``imprint_place``) if that is settled already."""
    if isinstance(document, SplitAnnex) and isinstance(document.annex.content, WordForm):
        return _word_form(document, document.annex.content, setting)
    sections = sections_of(setting.look)
    if isinstance(document, Notice):
        context, last = notice_context(
            document, sections, imprint_place_of(document, setting) if place is None else place
        )
    else:
        context, last = annex_context(document, sections)
    filled = fill(setting.look, context)
    notes = tuple(problem for problem in glyph_problems(document, setting.fonts) if problem.severity == "error")
    data = finish(filled, document.metadata, last, setting.source_date)
    return Rendered(marked_as_draft(data) if document.draft else data, engine="docxtpl", warnings=notes)


def _word_form(document: SplitAnnex, form: WordForm, setting: Setting) -> Rendered:
    """The bureau's own Word file; its look is none of ours."""
    data = word_form_docx(document.annex, form, document.draft)
    notes = tuple(problem for problem in glyph_problems(document, setting.fonts) if problem.severity == "error")
    return Rendered(data, engine="docxtpl", warnings=notes)


def imprint_place_of(notice: Notice, setting: Setting) -> str:
    """Where 版记 goes is a question of pages; a word processor cannot be asked, the look's own pages can."""
    if notice.imprint is None:
        return ""
    if not setting.look.page.is_file():
        return "next"
    from docgen.render.pdf.typst import imprint_place

    return imprint_place(notice, setting)
