"""What the shell is filled with: a document as plain strings, mappings and ready WordprocessingML."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from markupsafe import Markup

from docgen.document.tree import (
    Annex,
    AnnexEntry,
    Block,
    ContactLine,
    Form,
    Heading,
    Imprint,
    Letterhead,
    Notice,
    Paragraph,
    Role,
    Signature,
    SplitAnnex,
    TextTable,
)
from docgen.render.docx.form import form_xml
from docgen.render.docx.shell import Sections
from docgen.render.docx.xml import cell, indent, page_break, paragraph, row, run, runs, spacing, table, twips
from docgen.render.geometry import (
    BODY_PITCH,
    CHAR,
    LEFT_MARGIN,
    SMALL_SIZE,
    TYPE_WIDTH,
    HeadGeometry,
    closing_geometry,
    imprint_geometry,
    signature_geometry,
    width_in_characters,
    word_head_geometry,
)

_KEEP = "<w:keepNext/>"
_HEADING_ROLE: dict[int, Role] = {1: "heiti"}


def notice_context(notice: Notice, sections: Sections, imprint_place: str) -> tuple[dict[str, Any], str]:
    """The context of a whole notice and the section its last page belongs to."""
    pages = _Pages(sections)
    annexes = "".join(pages.annex(annex, annex.label) for annex in notice.annexes)
    imprint = pages.imprint(notice.imprint, imprint_place) if notice.imprint else ""
    notices = [_notice(notice, attached=False), *(_notice(other, attached=True) for other in notice.attached)]
    return {"notices": notices, "annexes": Markup(annexes), "imprint": Markup(imprint)}, pages.current


def annex_context(document: SplitAnnex, sections: Sections) -> tuple[dict[str, Any], str]:
    """The context of an annex on its own: the shell without a notice."""
    annex = document.annex
    section = sections.landscape if annex.content.landscape else sections.portrait
    xml = _annex(annex, annex.split_label)
    return {"notices": [], "annexes": Markup(xml), "imprint": Markup("")}, section


class _Pages:
    """Annexes one after the other; a section ends where the page turns or loses its number."""

    def __init__(self, sections: Sections) -> None:
        self._sections = sections
        self.current = sections.portrait

    def annex(self, annex: Annex, label: str) -> str:
        wanted = self._sections.landscape if annex.content.landscape else self._sections.portrait
        return self._turn_to(wanted) + _annex(annex, label)

    def imprint(self, imprint: Imprint, place: str) -> str:
        match place:
            case "same":
                lead = ""
            case "next":
                lead = self._turn_to(self._sections.portrait)
            case _:
                # The blank page: a section of one empty paragraph before the page of 版记.
                lead = self._turn_to(self._sections.unnumbered) + page_break()
        return lead + _imprint(imprint)

    def _turn_to(self, wanted: str) -> str:
        if wanted == self.current:
            return page_break()
        ended, self.current = self.current, wanted
        return paragraph("Break", "", ended)


# ---------------------------------------------------------------- the notice


def _notice(notice: Notice, attached: bool) -> dict[str, Any]:
    closing = closing_geometry(notice)
    return {
        "attached": attached,
        "letterhead": Markup(_letterhead(notice.letterhead, notice.number) if notice.letterhead else ""),
        "title": Markup(run("\n".join(notice.title))),
        "number": notice.number,
        "addressees": notice.addressees,
        "blocks": _blocks(notice.blocks, closing.blocks),
        "annex_entries": Markup("".join(_annex_entries(notice.annex_entries, closing.entries))),
        "signature": Markup("".join(_signature(notice.signature, bool(notice.notes)))),
        "notes": list(notice.notes),
    }


def _blocks(blocks: tuple[Block, ...], kept: int) -> list[dict[str, Any]]:
    """The last ``kept`` of them, which are paragraphs, stay with what follows."""
    split = len(blocks) - kept
    last = [_block(block) for block in blocks[split:]]
    together = [Markup(paragraph(one["style"], one["runs"], _KEEP)) for one in last]
    return [*map(_block, blocks[:split]), *({"style": "", "table": xml} for xml in together)]


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Paragraph():
            return {"style": "BodyText", "runs": Markup(runs(block.spans))}
        case Heading():
            usual = _HEADING_ROLE.get(block.level, "fangsong")
            # A heading without text of its own does not stand last on a page.
            alone = "Alone" if block.level == 2 and _stands_alone(block) else ""
            return {"style": f"Heading{block.level}{alone}", "runs": Markup(runs(block.spans, usual))}
        case ContactLine():
            return {"style": "Contact", "runs": Markup(run(f"{block.label}：{block.value}"))}
        case TextTable():
            return {"style": "", "table": Markup(_text_table(block))}


def _stands_alone(block: Heading) -> bool:
    return len(block.spans) == 1 and block.spans[0].role != "fangsong"


def _text_table(block: TextTable) -> str:
    width = TYPE_WIDTH / len(block.header)
    aligns = {"justify": "left"}

    def line(words: tuple[str, ...], header: bool) -> str:
        cells = [
            cell(
                paragraph(
                    "FormText",
                    run(word, style="Heiti" if header else ""),
                    f'<w:jc w:val="{"center" if header else aligns.get(align, align)}"/>',
                ),
                width,
            )
            for word, align in zip(words, block.align, strict=True)
        ]
        return row(cells, 18, header=header)

    rows = [line(block.header, True), *(line(words, False) for words in block.rows)]
    return table([width] * len(block.header), rows, "FormTable")


def _letterhead(head: Letterhead, number: str) -> str:
    geometry = word_head_geometry(head)
    sized = _mark_size(geometry)
    corner = [paragraph("CopyNumber", run(head.copy_number) if head.copy_number else "")]
    corner += [paragraph("Secrecy", run(words) if words else "") for words in (head.secrecy, head.urgency)]
    single = len(head.marks) == 1
    marks = [
        paragraph(
            "Mark",
            _spread(mark + (head.suffix if single else ""), spread * geometry.squeeze, sized),
            spacing(geometry.mark_before if i == 0 and single else 0, geometry.mark_line),
        )
        for i, (mark, spread) in enumerate(zip(head.marks, geometry.spread, strict=True))
    ]
    if not single and head.suffix:
        marks = [
            paragraph("Break", "", spacing(0, geometry.mark_before)),
            _joint_marks(marks, head.suffix, geometry),
        ]
    elif not single:
        marks.insert(0, paragraph("Break", "", spacing(0, geometry.mark_before)))
    return "".join([*corner, *marks, *_number(head, number, geometry.number_before), _gap(geometry.title_before)])


def _mark_size(geometry: HeadGeometry) -> str:
    size = round(2 * geometry.mark_size)
    squeeze = f'<w:w w:val="{round(100 * geometry.squeeze)}"/>' if geometry.squeeze < 1 else ""
    return f'{squeeze}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'


def _spread(mark: str, between: float, sized: str) -> str:
    """The mark with white space between its characters, and none behind the last."""
    if not between:
        return run(mark, sized)
    return run(mark[:-1], f'<w:spacing w:val="{twips(between)}"/>{sized}') + run(mark[-1], sized)


def _joint_marks(marks: list[str], suffix: str, geometry: HeadGeometry) -> str:
    """Several issuers below each other, 文件 at their right, half-way down (7.2.4)."""
    widths = [geometry.marks_width, geometry.suffix_width]
    line = spacing(0, geometry.mark_line)
    beside = paragraph("Mark", run(suffix, _mark_size(geometry)), f'{line}<w:jc w:val="right"/>')
    cells = cell("".join(marks), widths[0], bare=True), cell(beside, widths[1], bare=True)
    return table(widths, [row(cells, geometry.mark_line)])


def _number(head: Letterhead, number: str, before: float) -> Iterator[str]:
    if not head.signers:
        yield paragraph("DocumentNumber", run(number), spacing(before))
        return
    # A document to a superior: number at the left, 签发人 at the right, two a line, the second line's names under the
    # first's (7.2.5, 7.2.6). Tabs and no indent, because the red line is indented with its paragraph.
    pairs = [head.signers[i : i + 2] for i in range(0, len(head.signers), 2)]
    first_name = TYPE_WIDTH - (1 + width_in_characters("　".join(pairs[0]))) * CHAR
    for i, names in enumerate(pairs):
        last = i == len(pairs) - 1
        stops = (CHAR, first_name - 4 * CHAR, first_name)
        tabs = "".join(f'<w:tab w:val="left" w:pos="{twips(stop)}"/>' for stop in stops)
        label = "\t签发人：" if i == 0 else "\t\t"
        words = run(f"\t{number if last else ''}{label}") + run("　".join(names), style="Kaiti")
        gap = spacing(before if i == 0 else 0)
        yield paragraph(
            "DocumentNumber" if last else "Signers", words, f'<w:tabs>{tabs}</w:tabs>{gap}<w:jc w:val="left"/>'
        )


def _gap(height: float) -> str:
    """White space of its own: space above a title would be lost where the title begins a page."""
    return paragraph("Break", "", spacing(0, height))


def _annex_entries(entries: tuple[AnnexEntry, ...], kept: bool) -> Iterator[str]:
    for i, entry in enumerate(entries):
        number = 0 if entry.number is None else CHAR if entry.number < 10 else 1.5 * CHAR
        lead = "附件：" if i == 0 else ""
        hang = number + (3 * CHAR if i == 0 else 0)
        tab = "" if entry.number is None else f"{entry.number}.\t"
        gap = (_KEEP if kept else "") + (spacing(BODY_PITCH) if i == 0 else "")
        yield paragraph("AnnexNote", run(f"{lead}{tab}{entry.title}"), f"{gap}{indent(5 * CHAR + number, 0, -hang)}")


def _signature(signature: Signature, has_notes: bool) -> Iterator[str]:
    geometry = signature_geometry(signature)
    before = geometry.lines_before * BODY_PITCH
    for i, name in enumerate(signature.issuers):
        inset = _inset(geometry.issuers_left, geometry.issuers_right[i : i + 1])
        yield paragraph("Signature", run(name), f"{spacing(before)}{inset}")
        before = 0
    if signature.date:
        together = _KEEP if has_notes else ""
        inset = _inset(geometry.date_left, (geometry.date_right or 0,))
        yield paragraph("Date", run(signature.date), f"{together}{spacing(before)}{inset}")


def _inset(left: float | None, right: tuple[float, ...]) -> str:
    return indent(right=right[0]) if left is None else f'{indent(left=left)}<w:jc w:val="left"/>'


# ---------------------------------------------------------------- annexes and imprint


def _annex(annex: Annex, label: str) -> str:
    head = paragraph("AnnexLabel", run(label))
    content = annex.content
    if isinstance(content, Form):
        return head + form_xml(content)
    title = paragraph(
        "AnnexTitle",
        run("\n".join(content.title)),
        f'<w:spacing w:before="{twips(BODY_PITCH)}" w:after="{twips(BODY_PITCH)}"/>',
    )
    body = [_block(block) for block in content.blocks]
    return head + title + "".join(item.get("table") or paragraph(item["style"], item["runs"]) for item in body)


_OUTER, _INNER = 8, 6  # eighths of a point: 0.35 mm and 0.25 mm (7.4.1)


def _imprint(imprint: Imprint) -> str:
    """版记 at the foot of the page, its last line that of the type area: a frame above the inner line, one below.

    Frames of one paragraph each, not a table: LibreOffice lets no table float, and wants one border a frame.
    No indents either, because a border is indented with its paragraph.
    """
    geometry = imprint_geometry(imprint)
    frames = []
    if geometry.copies:
        bottom = 0 if geometry.printer else _OUTER
        words = run("\n".join(geometry.copies))
        frames.append(paragraph("Imprint", words, _frame(geometry.top, _OUTER, bottom)))
    if geometry.printer:
        tabs = "".join(
            f'<w:tab w:val="{kind}" w:pos="{twips(position)}"/>'
            for kind, position in (("left", SMALL_SIZE), ("right", TYPE_WIDTH - SMALL_SIZE))
        )
        words = run(f"\t{imprint.printer}\t{imprint.printed}")
        edges = _frame(geometry.printer_top, _INNER if geometry.copies else _OUTER, _OUTER)
        frames.append(paragraph("Imprint", words, f"{edges}<w:tabs>{tabs}</w:tabs>"))
    # A paragraph between a table and the frames, and one behind them that they are anchored to.
    return paragraph("Break", "") + "".join(frames) + paragraph("Break", "")


def _frame(top: float, above: int, below: int) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="000000"/>'
        for side, width in (("top", above), ("bottom", below))
        if width
    )
    return (
        f'<w:framePr w:w="{twips(TYPE_WIDTH)}" w:hSpace="0" w:wrap="around" w:vAnchor="page" w:hAnchor="page" '
        f'w:x="{twips(LEFT_MARGIN)}" w:y="{twips(top)}"/><w:pBdr>{borders}</w:pBdr>'
    )
