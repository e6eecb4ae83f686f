"""A notice laid out as clauses, in the order of the page: what is compared with what.

Each clause knows its way in the tree and the way there in Chinese (``四、申报程序（二）``). ``Stretch`` is a run of
clauses that is compared with the same run of the other side: the body with the body, an annex with its counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.diff.changes import Clause, Part, Path
from docgen.document.tree import (
    Annex,
    Block,
    Cell,
    ContactLine,
    Form,
    Grid,
    Heading,
    Imprint,
    Letterhead,
    Notice,
    Paragraph,
    Row,
    Signature,
    TextTable,
    plain,
)
from docgen.frozen import dataclass

_NUMBER = re.compile(r"[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|\d{1,2}\.|（\d{1,2}）")


@dataclass(frozen=True)
class Stretch:
    """Clauses under a name that finds the counterpart: ``body``, ``attached.0``; an annex is found by its id."""

    name: str
    clauses: tuple[Clause, ...]


def stretches_of(notice: Notice) -> tuple[Stretch, ...]:
    """All that a notice says, in the order of the page; the annexes are ``annex.0``, ``annex.1`` …"""
    return tuple(stretch for stretch in _stretches(notice) if stretch.clauses)


def clauses_of(notice: Notice) -> tuple[Clause, ...]:
    """All clauses of a notice, in the order of the page."""
    return tuple(clause for stretch in stretches_of(notice) for clause in stretch.clauses)


def _stretches(notice: Notice) -> Iterator[Stretch]:
    if notice.letterhead:
        yield Stretch("head", tuple(_head(notice.letterhead)))
    yield Stretch("front", tuple(_front(notice, (), "")))
    yield Stretch("body", tuple(_blocks(notice.blocks, ("blocks",), "body", "")))
    yield Stretch("entries", tuple(_entries(notice, ())))
    yield Stretch("signature", tuple(_signature(notice.signature, (), "signature", "")))
    yield Stretch("notes", tuple(_lines(notice.notes, ("notes",), "note", "附注")))
    for index, attached in enumerate(notice.attached):
        yield Stretch(f"attached.{index}", tuple(_attached(attached, index)))
    for index, annex in enumerate(notice.annexes):
        yield Stretch(f"annex.{index}", tuple(_annex(annex, ("annexes", index))))
    if notice.imprint:
        yield Stretch("imprint", tuple(_imprint(notice.imprint)))


# ---------------------------------------------------------------- the parts


def _head(head: Letterhead) -> Iterator[Clause]:
    small = (
        ("copy_number", "份号", head.copy_number),
        ("secrecy", "密级和保密期限", head.secrecy),
        ("urgency", "紧急程度", head.urgency),
    )
    yield from (Clause("head", ("letterhead", name), text, where) for name, where, text in small if text)
    for index, mark in enumerate(head.marks):
        last = index == len(head.marks) - 1
        yield Clause("head", ("letterhead", "marks", index), mark + (head.suffix if last else ""), "发文机关标志")
    for index, signer in enumerate(head.signers):
        yield Clause("head", ("letterhead", "signers", index), signer, "签发人")


def _front(notice: Notice, way: Path, above: str, part: Part | None = None) -> Iterator[Clause]:
    """发文字号, 标题, 主送机关."""
    if notice.number:
        yield Clause(part or "number", (*way, "number"), notice.number, above + "发文字号")
    yield Clause(part or "title", (*way, "title"), "".join(notice.title), above + "标题")
    if notice.addressees:
        yield Clause(part or "addressees", (*way, "addressees"), notice.addressees, above + "主送机关")


def _entries(notice: Notice, way: Path) -> Iterator[Clause]:
    """附件说明."""
    for index, entry in enumerate(notice.annex_entries):
        number = "" if entry.number is None else f"{entry.number}."
        yield Clause("entry", (*way, "annex_entries", index), number + entry.title, "附件说明", number=number)


def _signature(signature: Signature, way: Path, part: Part, above: str) -> Iterator[Clause]:
    for index, issuer in enumerate(signature.issuers):
        yield Clause(part, (*way, "signature", "issuers", index), issuer, above + "署名")
    if signature.date:
        yield Clause(part, (*way, "signature", "date"), signature.date, above + "成文日期")


def _attached(notice: Notice, index: int) -> Iterator[Clause]:
    """A forwarded notice, whole."""
    way: Path = ("attached", index)
    above = "所转发的来文　"
    yield from _front(notice, way, above, "attached")
    yield from _blocks(notice.blocks, (*way, "blocks"), "attached", above)
    yield from _signature(notice.signature, way, "attached", above)
    yield from _lines(notice.notes, (*way, "notes"), "attached", above + "附注")


def _imprint(imprint: Imprint) -> Iterator[Clause]:
    lines = (
        ("addressees", "主送", imprint.addressees),
        ("copies_to", "抄送", imprint.copies_to),
        ("printer", "印发机关", imprint.printer),
        ("printed", "印发日期", imprint.printed),
    )
    yield from (Clause("imprint", ("imprint", name), text, where) for name, where, text in lines if text)


def _lines(texts: tuple[str, ...], way: Path, part: Part, where: str) -> Iterator[Clause]:
    yield from (Clause(part, (*way, index), text, where) for index, text in enumerate(texts) if text)


# ---------------------------------------------------------------- running text


@dataclass
class _Spot:
    """Where in the text we are: the headings that stand above, the paragraphs since the last of them."""

    above: str
    headings: dict[int, str]
    paragraphs: int = 0

    def at_heading(self, block: Heading) -> str:
        for level in [level for level in self.headings if level >= block.level]:
            del self.headings[level]
        self.headings[block.level] = block.title
        self.paragraphs = 0
        return self.here()

    def at_paragraph(self) -> str:
        self.paragraphs += 1
        return self.here() + (f"第{self.paragraphs}段" if self.headings else f"开头第{self.paragraphs}段")

    def here(self) -> str:
        """The first heading in full, of the others the numbers: 四、申报程序（二）."""
        first, *others = self.headings.values() or [""]
        return self.above + first + "".join(number_of(title) or title for title in others)


def _blocks(blocks: tuple[Block, ...], way: Path, part: Part, above: str) -> Iterator[Clause]:
    spot = _Spot(above, {})
    for index, block in enumerate(blocks):
        here: Path = (*way, index)
        match block:
            case Heading():
                text = plain(block.spans)
                yield Clause(part, here, text, spot.at_heading(block), block.level, number_of(text))
            case Paragraph():
                yield Clause(part, here, plain(block.spans), spot.at_paragraph())
            case ContactLine():
                yield Clause(part, here, f"{block.label}：{block.value}", (spot.here() or above) + "联系方式")
            case TextTable():
                yield from _table(block, here, part, spot.here() + "表格")


def _table(table: TextTable, way: Path, part: Part, where: str) -> Iterator[Clause]:
    yield Clause(part, (*way, "header"), "\t".join(table.header), where, cells=table.header)
    for index, row in enumerate(table.rows):
        yield Clause(part, (*way, "rows", index), "\t".join(row), f"{where}第{index + 1}行", cells=row)


def number_of(text: str) -> str:
    """``三、`` of ``三、申报条件``; empty where there is none."""
    match = _NUMBER.match(text)
    return match.group() if match else ""


# ---------------------------------------------------------------- annexes


def _annex(annex: Annex, way: Path) -> Iterator[Clause]:
    where = annex_name(annex)
    yield Clause("annex", (*way, "label"), annex.label, where, number=annex.label)
    content: Path = (*way, "content")
    if not isinstance(annex.content, Form):
        yield Clause("annex", (*content, "title"), "".join(annex.content.title), where + "标题")
        yield from _blocks(annex.content.blocks, (*content, "blocks"), "annex", where)
        return
    yield from _form(annex.content, content, where)


def annex_name(annex: Annex) -> str:
    """附件1《推荐表》."""
    return f"{annex.label}《{annex.title}》"


def _form(form: Form, way: Path, where: str) -> Iterator[Clause]:
    if form.cover:
        for index, line in enumerate(form.cover.title):
            yield Clause("annex", (*way, "cover", "title", index), line, where + "封面")
        for index, entry in enumerate(form.cover.lines):
            text = f"{entry.label}　{entry.field.value}".rstrip("　")
            yield Clause("annex", (*way, "cover", "lines", index), text, where + "封面")
        for index, line in enumerate(form.cover.foot):
            yield Clause("annex", (*way, "cover", "foot", index), line, where + "封面")
    else:
        yield Clause("annex", (*way, "title"), "".join(form.title), where + "标题")
    yield from _lines(tuple(line.text for line in form.captions), (*way, "captions"), "annex", where + "表头")
    for index, grid in enumerate(form.grids):
        yield from _grid(grid, (*way, "grids", index), where)
    yield from _lines(tuple(line.text for line in form.notes), (*way, "notes"), "annex", where + "表注")


def _grid(grid: Grid, way: Path, where: str) -> Iterator[Clause]:
    if grid.heading:
        yield Clause("annex", (*way, "heading"), grid.heading, where)
    for index, row in enumerate(grid.rows):
        cells = cells_of(row)
        yield Clause("annex", (*way, "rows", index), "\t".join(cells), where, cells=cells)


def cells_of(row: Row) -> tuple[str, ...]:
    """The words of each cell."""
    return tuple(cell_text(cell) for cell in row.cells)


def cell_text(cell: Cell) -> str:
    """The lines of a cell; a tab in it would part two cells."""
    return "\n".join(line.text.replace("\t", " ") for line in cell.lines)
