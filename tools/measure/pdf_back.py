"""Behind the text: annexes, 版记 (7.3.7, 7.4), and what a PDF carries for those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.document.tree import Heading
from measure.findings import Finding, equal, holds, near
from measure.glyphs import empty_boxes
from measure.pages import Line
from measure.sheet import BASELINE, BLACK, BOTTOM, LEAD, LEFT, LINE, MIDDLE, RIGHT, SMALL, TITLE_BASELINE, TOP, Sheet
from measure.structure import read_structure


def annexes(sheet: Sheet) -> Iterator[Finding]:
    found = sheet.parts.annexes
    inner = [item.annex.label for item in found if item.label.page.lines[0] != item.label.first]
    yield from holds("ANNEX-PAGE", "an annex begins a page", "first line", inner, len(found))
    upright = [item for item in found if not item.label.page.landscape]
    tops = [item.label.first.baseline - BASELINE + LEAD for item in upright]
    yield from near("ANNEX-LABEL", "upper edge of the label's em box", tops, TOP, 1)
    yield from near("ANNEX-LABEL", "label from the left", [i.label.first.left for i in upright], LEFT, 0.3)
    yield from near("ANNEX-LABEL", "size, pt", [s for i in found for s in i.label.first.sizes], 16, 0.1)
    odd = [item.annex.label for item in found if not sheet.in_role(item.label.first, "heiti")]
    yield from holds("ANNEX-LABEL", "the label is set in 黑体", "黑体", odd, len(found))
    marked = [item.annex.label for item in found if not re.fullmatch(r"附件\d*", item.label.first.text)]
    yield from holds("ANNEX-LABEL", "附件 and its number, no mark", "附件N", marked, len(found))
    rows = [_row_of_title(item.label.first, item.title.first) for item in found if item.title]
    yield from near("ANNEX-TITLE", "line of the page on which the title stands", rows, 3, 0.1)
    middles = [x.middle for i in upright if i.title for x in i.title.lines]
    yield from near("ANNEX-TITLE", "middle of the title", middles, MIDDLE, 1)


def imprint(sheet: Sheet) -> Iterator[Finding]:
    rows = sheet.parts.imprint
    if not rows or not sheet.notice.imprint:
        return
    page = rows[0].page
    rules = [rule for rule in page.rules if rule.top > rows[0].first.baseline - 10 and rule.colour == BLACK]
    yield from equal("IMP-RULES", "lines", len(rules), 2 + bool(sheet.notice.imprint.printer and len(rows) > 1))
    yield from near(
        "IMP-RULES", "thickness of the first and last line", [r.thickness for r in (rules[0], rules[-1])], 0.35, 0.05
    )
    yield from near("IMP-RULES", "thickness of a line between", [rule.thickness for rule in rules[1:-1]], 0.25, 0.05)
    yield from near("IMP-RULES", "width of the lines", [rule.width for rule in rules], 156, 1)
    yield from near("IMP-BOTTOM", "last line", rules[-1].y, BOTTOM, 1)
    yield from equal("IMP-EVEN", "版记 stands on an even page", page.index % 2, 0)
    yield from equal("IMP-EVEN", "and on the last", page.index, len(sheet.pages))
    yield from near("CC", "size of 版记, pt", [s for row in rows for s in row.first.sizes], 14, 0.1)
    if sheet.notice.imprint.copies_to or sheet.notice.imprint.addressees:
        yield from near("CC", "抄送 from the left of the type area", rows[0].first.left - LEFT, SMALL, 0.5)
    last = rows[-1].first
    if sheet.notice.imprint.printer:
        yield from near("PRINTER", "印发机关 from the left of the type area", last.left - LEFT, SMALL, 0.5)
    if sheet.notice.imprint.printed:
        yield from near("PRINTER", "印发日期 from its right", RIGHT - last.right, SMALL, 0.5)
        yield from equal("PRINTER", "last words", last.text[-2:], "印发")


# ---------------------------------------------------------------- beyond the standard


def tags_and_glyphs(sheet: Sheet) -> Iterator[Finding]:
    structure = read_structure(sheet.pdf)
    yield from equal("PDF-TAGGED", "tagged, and says so", structure.tagged, True)
    annexes = [f"{annex.label}　{annex.title}" for annex in sheet.notice.annexes]
    heads = [block.title for block in sheet.notice.blocks if isinstance(block, Heading) and block.level == 1]
    missing = [title for title in (*heads, *annexes) if title not in structure.outline]
    yield from holds("PDF-OUTLINE", "the outline names headings and annexes", "all", missing, len(heads + annexes))
    boxes = empty_boxes(sheet.pdf)
    yield from holds("PDF-GLYPHS", "no empty box (.notdef) is drawn", "none", boxes, len(sheet.pages))


# ---------------------------------------------------------------- helpers


def _row_of_title(label: Line, title_line: Line) -> float:
    """The line of the page whose upper edge is the title's, counted from the label's line, which is the first."""
    label_top = label.baseline - BASELINE
    title_top = title_line.baseline - TITLE_BASELINE
    return 1 + (title_top - label_top) / LINE
