"""Word: 修订稿 or 花脸稿 of the notice, or a reader's report (领导摘要, 新旧对照表 …) in the look's styles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.diff.changes import Pieces
from docgen.diff.readers.report import Item, Report, ReportRow
from docgen.document.measure import Mm

if TYPE_CHECKING:
    from docgen.diff.write import Comparison, Manner
    from docgen.render.setting import Setting

GONE, CAME = "C00000", "1F4FBF"
PORTRAIT, LANDSCAPE = 156.0, 225.0
"""Width of the text in mm."""
REMARK = 38.0
_SIZE = 12.0


def write_docx(comparison: Comparison, manner: Manner) -> bytes:
    """A report if a reader was named, else the new notice with its changes marked; needs ``manner.setting``."""
    from docgen.diff.tracked import struck_notice, tracked_notice

    if manner.setting is None:
        raise ValueError("a Word file needs a setting")
    if comparison.reader != "all":
        return report_docx(comparison.report, manner.setting)
    mark = tracked_notice if manner.marks == "tracked" else struck_notice
    return mark(comparison.old.notice, comparison.new.notice, manner.setting, manner.place)


def report_docx(report: Report, setting: Setting) -> bytes:
    """A report; with a table landscape, its head repeated on every page. Equal reports give equal bytes."""
    from markupsafe import Markup

    from docgen.document.tree import Metadata
    from docgen.render.docx.package import finish
    from docgen.render.docx.shell import fill, sections_of

    sections = sections_of(setting.look)
    context = {
        "notices": [],
        "annexes": Markup("".join(_one_page(report) if report.one_page else _report(report))),
        "imprint": Markup(""),
    }
    metadata = Metadata(title=report.title, creator="docgen")
    last = sections.landscape if report.rows else _margins(sections.portrait) if report.one_page else sections.portrait
    return finish(fill(setting.look, context), metadata, last, setting.source_date)


def _report(report: Report) -> Iterator[str]:
    from docgen.render.docx.xml import paragraph, run, spacing

    yield paragraph("AnnexTitle", run(report.title), spacing(0))
    for line in report.lead:
        yield paragraph("FormNote", run(line), '<w:jc w:val="center"/>')
    for section in report.sections:
        yield paragraph("Heading1", run(section.heading))
        yield from (paragraph("BodyText", _item(item)) for item in section.items)
    if report.rows:
        yield paragraph("Break", "", spacing(0, 10))
        yield _table(report)
        # Word wants a paragraph behind a table.
        yield paragraph("Break", "")


def _one_page(report: Report) -> Iterator[str]:
    """The same in type that lets it stand on one page."""
    from docgen.diff.readers.one_page import type_for
    from docgen.render.docx.xml import indent, paragraph, run, spacing

    type = type_for(report)
    size, line = f'<w:sz w:val="{round(type.size * 2)}"/>', spacing(0, type.line)
    title = f'<w:sz w:val="{round(type.title * 2)}"/>'
    yield paragraph("AnnexTitle", run(report.title, title), spacing(0, type.title_line))
    for words in report.lead:
        lead = f'<w:sz w:val="{round(min(type.size, 14) * 2)}"/>'
        yield paragraph("FormNote", run(words, lead), f'{line}<w:jc w:val="center"/>')
    first = line + indent(first=2 * type.size)
    for section in report.sections:
        yield paragraph("Heading1", run(section.heading, size), first)
        yield from (paragraph("BodyText", _item(item, size), first) for item in section.items)


def _margins(section: str) -> str:
    """The section's XML with the margins of a page of its own."""
    from docgen.diff.readers.one_page import BOTTOM, FOOTER, SIDE, TOP

    for name, width in (("top", TOP), ("bottom", BOTTOM), ("left", SIDE), ("right", SIDE), ("footer", FOOTER)):
        twips = round(Mm(width).pt * 20)
        section = re.sub(rf'(<w:pgMar\b[^>]*\bw:{name}=")-?\d+', rf"\g<1>{twips}", section)
    return section


def _item(item: Item, size: str = "") -> str:
    from docgen.render.docx.xml import run

    tag = run(f"{item.tag}　", size, style="Heiti") if item.tag else ""
    where = run(f"（{item.where}）", size, style="Kaiti") if item.where else ""
    return tag + marked(item.pieces, size=size) + where


def marked(pieces: Pieces, style: str = "", size: str = "") -> str:
    """Runs: what is gone red and struck, what came blue and underlined, so that a grey copy tells them apart too."""
    from docgen.render.docx.xml import run

    looks = {
        "same": size,
        "old": f'<w:strike/><w:color w:val="{GONE}"/>{size}',
        "new": f'<w:color w:val="{CAME}"/>{size}<w:u w:val="single"/>',
    }
    return "".join(run(piece.text, looks[piece.op], style) for piece in pieces)


# ---------------------------------------------------------------- 新旧对照表


def widths(report: Report) -> list[float]:
    """Of the columns, in mm; remarks have one if there are any."""
    remark = REMARK if any(row.remark for row in report.rows if row.op != "part") else 0
    half = (LANDSCAPE - remark) / 2
    return [half, half, remark] if remark else [half, half]


def _table(report: Report) -> str:
    from docgen.render.docx.xml import cell, paragraph, row, run, table

    columns = [Mm(width).pt for width in widths(report)]
    heads = [*report.columns, "备注"][: len(columns)]
    centred = '<w:jc w:val="center"/>'
    head = row(
        [
            cell(paragraph("FormText", run(name, style="Heiti"), centred), width)
            for name, width in zip(heads, columns, strict=True)
        ],
        22,
        header=True,
    )
    return table(columns, [head, *(_row(one, columns) for one in report.rows)], "FormTable")


def _row(one: ReportRow, columns: Sequence[float]) -> str:
    from docgen.render.docx.xml import cell, paragraph, row, run

    if one.op in ("folded", "part"):
        words = f"（此处{one.folded}条未改动，略）" if one.op == "folded" else one.remark
        style = "Kaiti" if one.op == "folded" else "Heiti"
        text = paragraph("FormText", run(words, style=style), '<w:jc w:val="center"/>')
        return row([cell(text, sum(columns), span=len(columns))], 20)
    style = "Heiti" if one.level == 1 else ""
    sides = [_cell(one.old, style), _cell(one.new, style), _line(run(one.remark))]
    cells = [cell(text, width, valign="top") for text, width in zip(sides, columns, strict=False)]
    return row(cells, 20, whole=False)


def _cell(pieces: Pieces, style: str) -> str:
    return _line(marked(pieces, style))


def _line(runs: str) -> str:
    from docgen.render.docx.xml import paragraph

    return paragraph("FormText", runs, '<w:jc w:val="left"/>')
