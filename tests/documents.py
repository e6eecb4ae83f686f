"""Small documents for tests: every function gives the least that is sound, changed as the test asks."""

from __future__ import annotations

import dataclasses
import datetime
from typing import Any, Literal

from docgen.document.measure import Mm
from docgen.document.tree import (
    Annex,
    AnnexEntry,
    Block,
    Cell,
    ContactLine,
    Cover,
    CoverLine,
    Field,
    Form,
    Grid,
    Heading,
    Imprint,
    Letterhead,
    Line,
    Metadata,
    Notice,
    Paragraph,
    Role,
    Row,
    Signature,
    Span,
    SplitAnnex,
    TextAnnex,
    TextTable,
)

NUMBER = "示人社函〔2024〕1号"
ISSUER = "示例市人力资源和社会保障局"
SENTENCE = "请各单位按照本通知要求，认真做好申报组织工作，严格审核申报材料，确保内容真实、数据准确、手续完备。"
ROLES: dict[int, Role] = {1: "heiti", 2: "kaiti", 3: "fangsong", 4: "fangsong"}


def notice(*blocks: Block, **changes: Any) -> Notice:
    """A notice of one paragraph with a letterhead and a date."""
    plain = Notice(
        metadata=Metadata("关于做好推荐工作的通知", ISSUER, NUMBER, datetime.date(2024, 3, 11)),
        title=("关于做好推荐工作的通知",),
        addressees="各区人力资源和社会保障局：",
        blocks=blocks or (words(SENTENCE),),
        signature=Signature((ISSUER,), "2024年3月11日"),
        letterhead=Letterhead((ISSUER,)),
        number=NUMBER,
    )
    return dataclasses.replace(plain, **with_entries(changes))


def with_entries(changes: dict[str, Any]) -> dict[str, Any]:
    """Annexes are named in the 附件说明, as compose names them."""
    annexes = changes.get("annexes", ())
    entries = tuple(AnnexEntry(annex.number, annex.title) for annex in annexes)
    return {"annex_entries": entries, **changes} if annexes else changes


# ---------------------------------------------------------------- blocks


def words(text: str) -> Paragraph:
    """A paragraph in 仿宋."""
    return Paragraph((Span(text),))


def prose(paragraphs: int, sentences: int = 3) -> tuple[Paragraph, ...]:
    """So many paragraphs of so many sentences; each begins differently, so that none is taken for another."""
    return tuple(words(f"第{i + 1}件事。" + SENTENCE * sentences) for i in range(paragraphs))


def heading(level: Literal[1, 2, 3, 4], title: str, rest: str = "") -> Heading:
    """A heading, with text behind it in the same paragraph if ``rest`` is given."""
    spans = (Span(title, ROLES[level]), *((Span(rest),) if rest else ()))
    return Heading(level, title.rstrip("。"), spans)


def outline(parts: int) -> tuple[Block, ...]:
    """Paragraphs of all four levels, ``parts`` times ten of them."""
    blocks: list[Block] = []
    for i in range(parts):
        blocks.append(heading(1, f"{'一二三四五六七八九十'[i]}、第{i + 1}部分工作"))
        for j in range(3):
            number = "一二三"[j]
            blocks.append(heading(2, f"（{number}）第{j + 1}个方面。", SENTENCE))
            blocks.append(heading(3, f"{j + 1}.第{i + 1}部分第{j + 1}个方面的要求。", SENTENCE))
            blocks.append(heading(4, f"（{j + 1}）第{i + 1}部分第{j + 1}个方面的办法。", SENTENCE))
    return tuple(blocks)


def contact(label: str, value: str) -> ContactLine:
    """A line of contact."""
    return ContactLine(label, value)


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> TextTable:
    """A table within the body, its columns aligned left, centre, right in turn."""
    aligns: tuple[Literal["left", "center", "right"], ...] = ("left", "center", "right")
    return TextTable(header, rows, tuple(aligns[i % 3] for i in range(len(header))))


# ---------------------------------------------------------------- annexes


def annex(content: Form | TextAnnex, number: int | None = None) -> Annex:
    """A bound-in annex; without a number it is the only one."""
    label = f"附件{number or ''}"
    return Annex(label, NUMBER + label, "".join(content.title), content, number, f"annex{number or ''}")


def alone(one: Annex) -> SplitAnnex:
    """The annex on its own."""
    return SplitAnnex(Metadata(one.title, ISSUER, one.split_label, datetime.date(2024, 3, 11)), one)


def form(*rows: Row, columns: tuple[float, ...] = (40, 116), header: int = 0, **changes: Any) -> Form:
    """A form of one grid, by default of two columns and one row."""
    grid = Grid(tuple(map(Mm, columns)), rows or (row(label("姓名"), entry("name")),), header)
    return dataclasses.replace(Form("tui", ("推荐表",), (grid,)), **changes)


def listing(rows: int, landscape: bool = True) -> Form:
    """A list of so many empty rows under a header row, on a landscape page."""
    names = ("序号", "姓名", "单位", "职务", "备注")
    head = row(*(label(name, kind="header") for name in names), height=12)
    body = [row(*(Cell("field", i) for i in range(5)), height=10) for _ in range(rows)]
    columns = (15, 50, 70, 50, 40) if landscape else (15, 30, 50, 31, 30)
    return form(head, *body, columns=columns, header=1, title=("推荐情况一览表",), landscape=landscape)


def cover(*lines: str, **values: str) -> Cover:
    """A cover with a title of two lines and lines to fill in, some of them with ``values`` (``f1="某单位"``)."""
    asked = tuple(CoverLine(line, Field(f"f{i}", line, value=values.get(f"f{i}", ""))) for i, line in enumerate(lines))
    return Cover(("国家级基地", "申报表"), asked, ("示例市人力资源和社会保障局制",))


def row(*cells: Cell, height: float = 10, splits: bool = False) -> Row:
    """A row; its cells stand side by side in the order given, each at the column where the last one ended."""
    placed, column = [], 0
    for one in cells:
        at = max(column, one.column)
        placed.append(dataclasses.replace(one, column=at))
        column = at + one.span
    return Row(Mm(height), tuple(placed), splits)


def label(text: str, kind: Literal["label", "header"] = "label", **changes: Any) -> Cell:
    """A cell that says what stands beside or below it."""
    return dataclasses.replace(Cell(kind, 0, lines=(Line((Span(text),), "center"),)), **changes)


def entry(id_: str, value: str = "", **changes: Any) -> Cell:
    """A cell to fill in; every line of ``value`` is a paragraph."""
    lines = tuple(Line((Span(line),)) for line in value.splitlines())
    return dataclasses.replace(Cell("field", 0, lines=lines, fields=(Field(id_, id_, value=value),)), **changes)


def text_annex(*blocks: Block) -> TextAnnex:
    """An annex of running text."""
    return TextAnnex(("推荐工作实施细则",), blocks or prose(2))


IMPRINT = Imprint(printer=f"{ISSUER}办公室", printed="2024年3月11日印发")
