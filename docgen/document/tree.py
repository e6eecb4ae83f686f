"""The tree in the middle: what a notice and a form say, and in which order; no look, no file format.

``compose`` makes these values from a campaign; a renderer sees nothing else. All values are frozen and compare by
content, so two equal documents are equal trees (``diff`` and the tests rely on it).

The order of the fields is the order on the page: 版头 (letterhead, number), 主体 (title … notes), 版记 (imprint).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import field
from typing import Literal

from docgen.document.measure import Mm, Pt
from docgen.frozen import dataclass

Role = Literal["fangsong", "kaiti", "heiti", "songti", "title"]
"""A typeface by its office: 仿宋 (body), 楷体, 黑体, 宋体, 小标宋 (titles). Fonts are found by role, never by name."""

Align = Literal["left", "center", "right", "justify"]


# ---------------------------------------------------------------- words


@dataclass(frozen=True)
class Span:
    """A run of text in one typeface."""

    text: str
    role: Role = "fangsong"


Spans = tuple[Span, ...]


def plain(spans: Spans) -> str:
    """The bare text of some spans."""
    return "".join(span.text for span in spans)


# ---------------------------------------------------------------- blocks of the body (正文)


@dataclass(frozen=True)
class Paragraph:
    """An ordinary paragraph: first line two characters in (左空二字), further lines flush (GB/T 9704 7.3.3)."""

    spans: Spans


@dataclass(frozen=True)
class Heading:
    """A paragraph of one of the four levels ``一、`` ``（一）`` ``1.`` ``（1）`` (GB/T 9704 7.3.3).

    ``spans`` is the whole paragraph, its run-in heading in the level's typeface and the text behind it in 仿宋;
    ``title`` is the heading alone (number included, closing full stop left out), for outlines and navigation panes.
    """

    level: Literal[1, 2, 3, 4]
    title: str
    spans: Spans


@dataclass(frozen=True)
class ContactLine:
    """A line such as ``联 系 人：杨妤、祝露``: ``label`` is already spread to four characters (``联 系 人``)."""

    label: str
    value: str


@dataclass(frozen=True)
class TextTable:
    """A table within the body, from a Markdown pipe table. ``rows`` are without the header; all are equally long."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[Align, ...]


Block = Paragraph | Heading | ContactLine | TextTable


# ---------------------------------------------------------------- forms (附表)


@dataclass(frozen=True)
class Line:
    """One printed paragraph of a form: in a cell, above the grid or below it.

    ``before`` is white space above it; ``indent`` is the left indent in characters of the line's own size.
    """

    spans: Spans
    align: Align = "left"
    before: Mm = Mm(0)
    indent: float = 0

    @property
    def text(self) -> str:
        """The bare text."""
        return plain(self.spans)


FieldKind = Literal["line", "text", "date", "phone", "email", "number", "choice", "idcard", "creditcode"]


@dataclass(frozen=True)
class Field:
    """What an applicant fills in: its id, its label as printed, its value if it is pre-filled, its limits.

    ``multiple``: several of the ``options`` may be chosen.
    """

    id: str
    label: str
    kind: FieldKind = "line"
    value: str = ""
    required: bool = False
    limit: int | None = None
    options: tuple[str, ...] = ()
    multiple: bool = False


CellKind = Literal["label", "field", "choice", "opinion", "header", "blank"]


@dataclass(frozen=True)
class Cell:
    """One cell of a grid, at ``column`` (from 0) over ``span`` columns and ``rows`` rows.

    ``lines`` is all that is printed in it, in order; ``field`` (or ``fields``) tells what is to be filled in.
    """

    kind: CellKind
    column: int
    span: int = 1
    rows: int = 1
    lines: tuple[Line, ...] = ()
    fields: tuple[Field, ...] = ()
    valign: Literal["top", "center"] = "center"


@dataclass(frozen=True)
class Row:
    """A row of cells, at least ``height`` high. Cells that a higher row's cell covers are left out.

    ``splits``: whether the row may break across pages (only where its text may outgrow a page).
    """

    height: Mm
    cells: tuple[Cell, ...]
    splits: bool = False


@dataclass(frozen=True)
class Grid:
    """A table of the form: widths of its columns, its rows; the first ``header_rows`` are repeated on each page.

    ``size`` is the size of its text, ``heading`` a line above it such as ``一、基本信息`` (or empty).
    """

    columns: tuple[Mm, ...]
    rows: tuple[Row, ...]
    header_rows: int = 0
    size: Pt = Pt(12)
    heading: str = ""
    page_break: bool = False


@dataclass(frozen=True)
class CoverLine:
    """A line of the cover: ``推荐地区 ________``."""

    label: str
    field: Field


@dataclass(frozen=True)
class Cover:
    """The cover page of a form: a large title, lines to fill in, the maker at the foot (``…制``) and a date."""

    title: tuple[str, ...]
    lines: tuple[CoverLine, ...]
    foot: tuple[str, ...] = ()


@dataclass(frozen=True)
class Form:
    """An annex form. ``title`` stands above the grid (or on the cover, if there is one).

    ``caption_fields`` are filled in behind the labels of ``captions``.
    """

    id: str
    title: tuple[str, ...]
    grids: tuple[Grid, ...]
    cover: Cover | None = None
    captions: tuple[Line, ...] = ()
    notes: tuple[Line, ...] = ()
    landscape: bool = False
    caption_fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class WordForm:
    """An annex form that a bureau drew in Word itself: ``template`` is its .docx with docxtpl's tags.

    A tag may name a field (``{{ unit_name }}``), a box of a choice (``{{ boxes.level.国家级 }}``) or one of ``words``,
    which are (name, text). ``file`` is what letters call the template. Its look is its own, so it is issued on its own
    only; in the notice a page says so.
    """

    id: str
    title: tuple[str, ...]
    fields: tuple[Field, ...]
    template: bytes = field(repr=False)
    words: tuple[tuple[str, str], ...] = ()
    file: str = ""

    @property
    def bound_in(self) -> TextAnnex:
        """What stands for it in the notice."""
        return TextAnnex(self.title, (Paragraph((Span("（另附）"),)),))

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What stands for it in the notice, below its title."""
        return self.bound_in.blocks

    @property
    def landscape(self) -> bool:
        """Whether that page lies on its side; how the form itself lies, its file knows."""
        return False


@dataclass(frozen=True)
class Annex:
    """附件: a form (or a text) bound in behind the notice.

    ``label`` is ``附件`` or ``附件1`` (no punctuation, GB/T 9704 7.3.7); ``split_label`` is what stands there when the
    annex is issued on its own: the document number before it.
    """

    label: str
    split_label: str
    title: str
    content: Form | TextAnnex | WordForm
    number: int | None = None
    id: str = ""


@dataclass(frozen=True)
class TextAnnex:
    """An annex that is running text: its title in lines, its blocks."""

    title: tuple[str, ...]
    blocks: tuple[Block, ...]
    landscape: bool = False


# ---------------------------------------------------------------- the notice (通知)


@dataclass(frozen=True)
class Letterhead:
    """发文机关标志 and what stands around it (GB/T 9704 7.2).

    ``marks`` are the issuers' names as they stand in red (the sponsor first), ``suffix`` is ``文件`` or empty.
    """

    marks: tuple[str, ...]
    suffix: str = ""
    copy_number: str = ""
    secrecy: str = ""
    urgency: str = ""
    signers: tuple[str, ...] = ()


@dataclass(frozen=True)
class AnnexEntry:
    """A line of the 附件说明: ``number`` is None where there is only one annex."""

    number: int | None
    title: str


@dataclass(frozen=True)
class Signature:
    """署名 and 成文日期 (GB/T 9704 7.3.5).

    ``sealed``: the date stands four characters in, the issuer centred above it, room for the seal;
    ``unsealed``: the issuer two characters in, the date's first character two to the right of the issuer's;
    ``date_only``: only the date, four characters in: the seal itself carries the name.
    """

    issuers: tuple[str, ...]
    date: str
    variant: Literal["sealed", "unsealed", "date_only"] = "sealed"


@dataclass(frozen=True)
class Imprint:
    """版记 (GB/T 9704 7.4): copies to (抄送), the printing office and the day of printing, as ``2020年3月2日印发``."""

    copies_to: str = ""
    printer: str = ""
    printed: str = ""
    addressees: str = ""


@dataclass(frozen=True)
class Metadata:
    """Core properties of the file: title, author (the issuer), subject (the number), day of issue."""

    title: str
    creator: str
    subject: str = ""
    issued: datetime.date | None = None


@dataclass(frozen=True)
class Notice:
    """公文, whole. A forwarded notice (``attached``) is a notice within the notice, without its own letterhead.

    ``draft``: something in it has still to be settled; every page is marked 草稿, a text at its head.
    """

    metadata: Metadata
    title: tuple[str, ...]
    addressees: str
    blocks: tuple[Block, ...]
    signature: Signature
    letterhead: Letterhead | None = None
    number: str = ""
    annex_entries: tuple[AnnexEntry, ...] = ()
    notes: tuple[str, ...] = ()
    attached: tuple[Notice, ...] = ()
    annexes: tuple[Annex, ...] = ()
    imprint: Imprint | None = None
    draft: bool = False


@dataclass(frozen=True)
class SplitAnnex:
    """One annex issued on its own, to fill in: its ``split_label`` stands at the top left."""

    metadata: Metadata
    annex: Annex
    draft: bool = False


Document = Notice | SplitAnnex


def fields_of(form: Form | WordForm) -> Iterator[Field]:
    """Every field of a form, cover first, in reading order."""
    if isinstance(form, WordForm):
        yield from form.fields
        return
    if form.cover:
        yield from (line.field for line in form.cover.lines)
    yield from form.caption_fields
    for grid in form.grids:
        for row in grid.rows:
            for cell in row.cells:
                yield from cell.fields
