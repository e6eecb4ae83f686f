"""A notice's DOCX against GB/T 9704-2012 and GB/T 33476.2-2016: what its XML says, before any program prints it.

Lengths in twips (twentieths of a point) as the file has them: a line 589, a character of the body 315.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.document.tree import Block, Form, Heading, Notice, TextAnnex, TextTable
from docgen.render.geometry import IMPRINT_PITCH, imprint_geometry, signature_geometry
from measure.docx_file import (
    File,
    befores,
    ends_page,
    font_of,
    indents,
    is_landscape,
    read_file,
    style_id,
    text_of,
    typefaces_of,
    value_of,
    values_of,
)
from measure.findings import Finding, equal, holds, near
from measure.word import W, word_faults

LINE, CHAR, SMALL = 589, 315, 280
PORTRAIT = {"w": "11906", "h": "16838"}
PORTRAIT_MARGINS = {"top": "1960", "bottom": "1847", "left": "1587", "right": "1474"}
FONTS = {"仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"}


def measure_docx(notice: Notice, docx: bytes) -> list[Finding]:
    """Every requirement that the file can show."""
    file = read_file(notice, docx)
    return [finding for part in PARTS for finding in part(file)]


# ---------------------------------------------------------------- 5 paper and type


def paper(file: File) -> Iterator[Finding]:
    upright = [node for node in file.sections if not is_landscape(node)]
    size = [values_of(node.find(f"{W}pgSz"), PORTRAIT) for node in upright]
    yield from holds("PAPER-A4", "size of upright pages", "11906 × 16838", _other(size, PORTRAIT), len(size))
    margins = [values_of(node.find(f"{W}pgMar"), PORTRAIT_MARGINS) for node in upright]
    asked = "1960/1847/1587/1474"
    yield from holds("E33476-MARGINS", "margins", asked, _other(margins, PORTRAIT_MARGINS), len(margins))
    turned = [node for node in file.sections if is_landscape(node)]
    wanted = any(annex.content.landscape for annex in file.notice.annexes)
    yield from equal("TABLE-LAND", "there are landscape pages", bool(turned), wanted)


def type_(file: File) -> Iterator[Finding]:
    normal = file.style("Normal")
    yield from equal("FONT-DEFAULT", "Normal is set in", font_of(normal), "仿宋_GB2312")
    yield from equal("FONT-DEFAULT", "size of Normal, half points", value_of(normal, "rPr/sz"), "32")
    exact = [file.line_of(id_) for id_ in ("BodyText", "Heading1", "Heading2", "Heading3", "Heading4", "Addressees")]
    wrong = [one for one in exact if one != (str(LINE), "exact")]
    yield from holds("GRID-LINES", "exact lines of the body", f"{LINE} exact", wrong, len(exact))
    spacing = value_of(file.style("BodyText"), "rPr/spacing")
    yield from equal("GRID-CHARS", "character spacing of the body", spacing, "-5")
    grids = [kind for node in file.body.iter(f"{W}docGrid") if (kind := node.get(f"{W}type")) == "linesAndChars"]
    yield from equal("GRID-CHARS", "grids of characters, which LibreOffice breaks", len(grids), 0)
    named = {value for root in file.looks for node in root.iter(f"{W}rFonts") for value in typefaces_of(node)}
    yield from holds("FONTS", "typefaces named", "/".join(sorted(FONTS)), sorted(named - FONTS), len(named))
    themes = [key for root in file.looks for node in root.iter(f"{W}rFonts") for key in node.attrib if "Theme" in key]
    yield from equal("FONTS", "theme fonts", len(themes), 0)
    colours = {node.get(f"{W}val") for root in (file.body, *file.footers) for node in root.iter(f"{W}color")}
    coloured = {style_id(node) for node in file.styles.iter(f"{W}style") if value_of(node, "rPr/color") == "FF0000"}
    yield from equal("COLOR-TEXT", "styles whose text is red", sorted(coloured), ["Mark"])
    yield from equal("COLOR-TEXT", "other colours", sorted(colours - {"000000", "auto"}), [])


# ---------------------------------------------------------------- 7.2, 7.3 letterhead and body


def letterhead(file: File) -> Iterator[Finding]:
    if not file.notice.letterhead:
        return
    mark = file.style("Mark")
    yield from equal("MARK-FONT", "typeface of the mark", font_of(mark), "方正小标宋简体")
    yield from equal("MARK-FONT", "colour of the mark", value_of(mark, "rPr/color"), "FF0000")
    border = file.style("DocumentNumber").find(f"{W}pPr/{W}pBdr/{W}bottom")
    yield from equal("REDRULE", "border below the number", border.get(f"{W}color"), "FF0000")
    number = file.paragraphs("DocumentNumber")
    yield from equal("DOCNO-POS", "paragraphs with the number and the red line", len(number), 1)


def title(file: File) -> Iterator[Finding]:
    for id_ in ("Title", "AnnexTitle"):
        style = file.style(id_)
        yield from equal("TITLE-FONT", f"{id_} is set in", font_of(style), "方正小标宋简体")
        yield from equal("TITLE-FONT", f"size of {id_}, half points", value_of(style, "rPr/sz"), "44")
        yield from equal("TITLE-POS", f"{id_} is", value_of(style, "pPr/jc"), "center")
    lines = [len(list(node.iter(f"{W}br"))) + 1 for node in file.paragraphs("Title")]
    yield from equal("TITLE-WRAP", "title broken by hand, lines", lines, [len(file.notice.title)])


def addressees(file: File) -> Iterator[Finding]:
    style = file.style("Addressees")
    yield from equal("TO-POS", "an empty line above", value_of(style, "pPr/spacing", "before"), str(LINE))
    yield from equal("TO-POS", "indents", indents(style), (0, 0, 0))
    ends = [text_of(node)[-1:] for node in file.paragraphs("Addressees")]
    yield from holds("TO-POS", "last character", "：", [end for end in ends if end != "："], len(ends))


def levels(file: File) -> Iterator[Finding]:
    fonts = {1: "黑体", 2: "仿宋_GB2312", 3: "仿宋_GB2312", 4: "仿宋_GB2312"}
    for level, font in fonts.items():
        style = file.style(f"Heading{level}")
        outline = value_of(style, "pPr/outlineLvl")
        yield from equal("LEVELS", f"outline level of Heading{level}", outline, str(level - 1))
        yield from equal("LEVELS", f"Heading{level} is set in", font_of(style), font)
        asked = sum(_is_level(block, level) for block in _blocks(file.notice))
        found = file.paragraphs(f"Heading{level}", f"Heading{level}Alone")
        yield from equal("LEVELS", f"headings of level {level}", len(found), asked)
    kaiti = file.style("Kaiti")
    yield from equal("LEVELS", "run-in headings are set in", font_of(kaiti), "楷体_GB2312")
    firsts = [indents(file.style(id_))[2] for id_ in ("BodyText", "Heading1", "Heading2", "Heading3", "Heading4")]
    yield from near("BODY-INDENT", "first lines", firsts, 2 * CHAR, 0)


def end_of_text(file: File) -> Iterator[Finding]:
    entries = file.paragraphs("AnnexNote")
    hanging = [left + first for left, _, first in map(indents, entries)]
    yield from near("ATTNOTE", "附件： begins at", hanging[:1], 2 * CHAR, 0)
    yield from near("ATTNOTE", "a number below begins where the first does", hanging[1:], 5 * CHAR, 0)
    yield from near("ATTNOTE", "an empty line above", befores(entries[:1]), LINE, 0)
    dates = [indents(node)[1] for node in file.paragraphs("Date")]
    rights = [signature_geometry(n.signature).date_right for n in _notices(file.notice) if n.signature.date]
    # From the right where the date is sealed; an issuer that would leave the type area pushes it to the left.
    sealed = [(date, right * 20) for date, right in zip(dates, rights, strict=True) if right is not None]
    usual = [date for date, right in sealed if right == 4 * CHAR]
    yield from near("SEAL-DATE", "date from the right", usual, 4 * CHAR, 1)
    yield from near("SEAL-DATE", "dates where the words put them", [date - right for date, right in sealed], 0, 1)
    firsts = [indents(file.style("Note"))[2]] if file.notice.notes else []
    yield from near("NOTE-POS", "the note from the margin", firsts, 2 * CHAR, 0)


# ---------------------------------------------------------------- 7.3.7 annexes, 7.4 imprint


def annexes(file: File) -> Iterator[Finding]:
    labels = file.paragraphs("AnnexLabel")
    style = file.style("AnnexLabel")
    if labels:
        yield from equal("ANNEX-LABEL", "typeface of the label", font_of(style), "黑体")
        yield from equal("ANNEX-LABEL", "size, half points", value_of(style, "rPr/sz"), "32")
        yield from equal("ANNEX-LABEL", "indents", indents(style), (0, 0, 0))
    wrong = [text_of(node) for node in labels if not re.fullmatch(r"附件\d*", text_of(node))]
    yield from holds("ANNEX-LABEL", "附件 and its number, no mark", "附件N", wrong, len(labels))
    inner = [text_of(node) for node in labels if not ends_page(node.getprevious())]
    yield from holds("ANNEX-PAGE", "an annex begins a page", "page break", inner, len(labels))
    titles = file.paragraphs("AnnexTitle")
    yield from near("ANNEX-TITLE", "an empty line between label and title", befores(titles), LINE, 0)


def imprint(file: File) -> Iterator[Finding]:
    rows = file.paragraphs("Imprint")
    if not rows or not file.notice.imprint:
        return
    sizes = [int(edge.get(f"{W}sz")) for row in rows for edge in row.find(f"{W}pPr/{W}pBdr")]
    yield from near("IMP-RULES", "first and last line, eighths of a point", [sizes[0], sizes[-1]], 8, 0)
    yield from near("IMP-RULES", "lines between", sizes[1:-1], 6, 0)
    frame = rows[-1].find(f"{W}pPr/{W}framePr")
    yield from near("IMP-RULES", "width, mm", int(frame.get(f"{W}w")) / 1440 * 25.4, 156, 0.5)
    geometry = imprint_geometry(file.notice.imprint)
    height = IMPRINT_PITCH if geometry.printer else geometry.height
    bottom = (int(frame.get(f"{W}y")) / 20 + height) / 72 * 25.4
    yield from near("IMP-BOTTOM", "lower edge of the last row, mm", bottom, 262, 1)
    yield from equal("CC", "size of 版记, half points", value_of(file.style("Imprint"), "rPr/sz"), "28")


# ---------------------------------------------------------------- 7.5 page numbers


def page_numbers(file: File) -> Iterator[Finding]:
    footer = file.style("Footer")
    yield from equal("PAGENO-FONT", "typeface of the page number", font_of(footer), "宋体")
    yield from equal("PAGENO-FONT", "size, half points", value_of(footer, "rPr/sz"), "28")
    texts = {text_of(root) for root in file.footers}
    yield from holds("PAGENO-DASH", "— n —", "— n —", texts - {"—1—", ""}, len(texts))
    even = file.settings.find(f"{W}evenAndOddHeaders") is not None
    yield from equal("PAGENO-ODD", "odd and even pages differ", even, True)
    upright = [p for root in file.footers for p in root.iterfind(f"{W}p") if text_of(p) and not _drawn(p)]
    found = sorted(map(indents, upright))
    yield from equal("PAGENO-ODD", "indents of upright pages", found, [(0, SMALL, 0), (SMALL, 0, 0)])
    kinds = [sorted(r.get(f"{W}type") for r in node.iterfind(f"{W}footerReference")) for node in file.sections]
    wrong = _other(kinds, ["default", "even"])
    yield from holds("PAGENO-ODD", "footers of every section", "default, even", wrong, len(kinds))


# ---------------------------------------------------------------- beyond the standard: a file that Word takes


def soundness(file: File) -> Iterator[Finding]:
    yield from holds("WORD", "order of properties, ids, cells, relations", "no fault", word_faults(file.docx), 1)
    cells = list(file.body.iter(f"{W}tc"))
    empty = [cell for cell in cells if cell.find(f"{W}p") is None]
    yield from holds("CELLS", "every cell has a paragraph", "w:p", empty, len(cells))
    asked = sum(_header_rows(notice) for notice in _notices(file.notice))
    marked = len(list(file.body.iter(f"{W}tblHeader")))
    yield from equal("TABLE-HEADER", "header rows marked as such", marked, asked)
    names = {"title": file.notice.metadata.title, "creator": file.notice.metadata.creator}
    for name, value in names.items():
        said = file.core.findtext(f"{{*}}{name}")
        yield from holds("PROPERTIES", f"core property {name}", "the notice's", [said] if said != value else [], 1)


PARTS = (
    paper,
    type_,
    letterhead,
    title,
    addressees,
    levels,
    end_of_text,
    annexes,
    imprint,
    page_numbers,
    soundness,
)


# ---------------------------------------------------------------- reading the notice


def _notices(notice: Notice) -> tuple[Notice, ...]:
    return (notice, *notice.attached)


def _blocks(notice: Notice) -> Iterator[Block]:
    """Of the notice, of what is attached to it, of its annexes of running text."""
    for one in _notices(notice):
        yield from one.blocks
    for annex in notice.annexes:
        if isinstance(annex.content, TextAnnex):
            yield from annex.content.blocks


def _is_level(block: object, level: int) -> bool:
    return isinstance(block, Heading) and block.level == level


def _header_rows(notice: Notice) -> int:
    forms = [annex.content for annex in notice.annexes if isinstance(annex.content, Form)]
    tables = sum(isinstance(block, TextTable) for block in notice.blocks)
    return tables + sum(grid.header_rows for form in forms for grid in form.grids)


# ---------------------------------------------------------------- helpers


def _other(values: Iterable[Any], asked: Any) -> list[Any]:
    return [value for value in values if value != asked]


def _drawn(paragraph: Any) -> bool:
    return paragraph.find(f".//{W}drawing") is not None
