"""Plain text: the words of a document in reading order, for search, for comparing, for a screen reader.

One paragraph a line; a form's grid is a line a row, its cells divided by tabs, line breaks within a cell by `` / ``.
A draft says so above everything else.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.tree import (
    Annex,
    Block,
    ContactLine,
    Document,
    Form,
    Grid,
    Heading,
    Imprint,
    Letterhead,
    Notice,
    Paragraph,
    Signature,
    TextTable,
    WordForm,
    plain,
)
from docgen.render.setting import Rendered, Setting

INDENT = "　　"
DRAFT = "【草稿】"


def render_txt(document: Document, setting: Setting) -> Rendered:
    """UTF-8 with ``\\n``, and one at the end."""
    head = (DRAFT, "") if document.draft else ()
    lines = _notice(document) if isinstance(document, Notice) else _split_annex(document.annex)
    return Rendered(("\n".join([*head, *lines]) + "\n").encode())


def _notice(notice: Notice) -> Iterator[str]:
    if notice.letterhead:
        yield from _letterhead(notice.letterhead, notice.number)
    yield from notice.title
    yield ""
    if not notice.letterhead and notice.number:
        yield from (notice.number, "")
    if notice.addressees:
        yield notice.addressees
    for block in notice.blocks:
        yield from _block(block)
    yield from _annex_entries(notice)
    yield from _signature(notice.signature)
    yield from (INDENT + note for note in notice.notes)
    for other in notice.attached:
        yield ""
        yield from _notice(other)
    for annex in notice.annexes:
        yield ""
        yield from _annex(annex, annex.label)
    if notice.imprint:
        yield ""
        yield from _imprint(notice.imprint)


def _letterhead(head: Letterhead, number: str) -> Iterator[str]:
    yield from (item for item in (head.copy_number, head.secrecy, head.urgency) if item)
    yield from head.marks[:-1]
    yield head.marks[-1] + head.suffix
    yield number
    if head.signers:
        yield "签发人：" + "　".join(head.signers)
    yield ""


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield INDENT + plain(block.spans)
        case ContactLine():
            yield f"{INDENT}{block.label}：{block.value}"
        case TextTable():
            yield "\t".join(block.header)
            yield from ("\t".join(row) for row in block.rows)


def _annex_entries(notice: Notice) -> Iterator[str]:
    if notice.annex_entries:
        yield ""
    for i, entry in enumerate(notice.annex_entries):
        lead = "附件：" if i == 0 else "　　　"
        number = "" if entry.number is None else f"{entry.number}."
        yield f"{INDENT}{lead}{number}{entry.title}"


def _signature(signature: Signature) -> Iterator[str]:
    yield ""
    yield from (*signature.issuers, signature.date)


def _split_annex(annex: Annex) -> Iterator[str]:
    if not isinstance(annex.content, WordForm):
        yield from _annex(annex, annex.split_label)
        return
    # What else stands in a Word file, only Word knows in which order.
    yield from (annex.split_label, "", *annex.content.title, "")
    yield from (f"{field.label}：{field.value}" for field in annex.content.fields)


def _annex(annex: Annex, label: str) -> Iterator[str]:
    yield from (label, "")
    match annex.content:
        case Form():
            yield from _form(annex.content)
        case text:
            yield from (*text.title, "")
            for block in text.blocks:
                yield from _block(block)


def _form(form: Form) -> Iterator[str]:
    if form.cover:
        yield from (*form.cover.title, "")
        yield from (f"{line.label}　{line.field.value}".rstrip("　") for line in form.cover.lines)
        yield from form.cover.foot
    else:
        yield from form.title
    yield ""
    yield from (line.text for line in form.captions)
    for grid in form.grids:
        yield from _grid(grid)
    yield from (line.text for line in form.notes)


def _grid(grid: Grid) -> Iterator[str]:
    if grid.heading:
        yield grid.heading
    for row in grid.rows:
        yield "\t".join(" / ".join(line.text for line in cell.lines if line.text) for cell in row.cells)


def _imprint(imprint: Imprint) -> Iterator[str]:
    if imprint.addressees:
        yield "主送：" + imprint.addressees
    if imprint.copies_to:
        yield "抄送：" + imprint.copies_to
    if imprint.printer or imprint.printed:
        yield f"{imprint.printer}　　{imprint.printed}"
