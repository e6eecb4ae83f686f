"""A notice's PDF against GB/T 9704-2012, requirement by requirement, in the order of the standard."""

from __future__ import annotations

from docgen.document.tree import Annex, Notice
from docgen.world.fonts import FontSet
from measure import pdf_back, pdf_pages, pdf_text
from measure.findings import Finding, equal
from measure.ink import Ink
from measure.pages import read_pages
from measure.sheet import read_sheet

PARTS = (
    pdf_pages.paper,
    pdf_pages.type_area,
    pdf_pages.grid,
    pdf_pages.type_and_colour,
    pdf_text.mark,
    pdf_text.joint_marks,
    pdf_text.document_number,
    pdf_text.red_line,
    pdf_text.title,
    pdf_text.addressees,
    pdf_text.body,
    pdf_text.annex_note,
    pdf_text.signature,
    pdf_text.notes,
    pdf_back.annexes,
    pdf_back.imprint,
    pdf_pages.page_numbers,
    pdf_pages.landscape,
    pdf_back.tags_and_glyphs,
)


def measure_pdf(notice: Notice, pdf: bytes, fonts: FontSet) -> list[Finding]:
    """Every requirement that pages can show, for one notice. Raises ``NotFoundError`` where words are missing."""
    sheet = read_sheet(notice, pdf, fonts)
    return [finding for part in PARTS for finding in part(sheet)]


def measure_annex(annex: Annex, pdf: bytes, fonts: FontSet) -> list[Finding]:
    """An annex issued on its own: the document number stands before 附件N in the first line (7.3.7)."""
    first = read_pages(pdf, Ink(fonts))[0].lines[0]
    return equal("ANNEX-SPLIT", "first line of an annex on its own", first.text, annex.split_label)
