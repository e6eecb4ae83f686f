"""A Word file read: its paragraphs, tables and sections with what they look like.

    word_file(data, name) → WordFile

It is settled before: as if all tracked changes had been accepted, without content controls around anything.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.diagnostics import Place
from docgen.diff.tracked import body_of
from docgen.diff.word.names import P_PR, SECT_PR, TBL, TC, TR, TR_PR, P, is_fallback, value, w
from docgen.diff.word.package import Package, open_package, parsed
from docgen.diff.word.settle import settle, unwrapped
from docgen.language import _
from docgen.lint.word import Cell, Look, Section, WordFile, WordParagraph, WordTable
from docgen.lint.word_nodes import begins_with_break, boxed_paragraphs, ends_before, is_boxed, text_after_break
from docgen.lint.word_styles import Styles, points

_ON = ("1", "true", "on")
_ALIGN = {"start": "left", "end": "right", "distribute": "both"}
_SECTION = Section(595.3, 841.9, 72, 72, 90, 90, False, None, False, {})


def word_file(data: bytes, name: str) -> WordFile:
    """The file read. Raises ``DocgenError`` (exit 3) where it is no sound .docx."""
    package = open_package(data, name)
    main = parsed(package.parts[package.main], name)
    body = body_of(main, name)
    unwrapped(body)
    settle(body)
    styles = Styles.read(package, name)
    return _Reader(name, package, main, body, styles).read()


class _Reader:
    def __init__(self, name: str, package: Package, main: Any, body: Any, styles: Styles) -> None:
        self.name, self.package, self.main, self.body, self.styles = name, package, main, body, styles
        self.paragraphs: list[WordParagraph] = []
        self.tables: list[tuple[Any, int]] = []
        self.broken = False

    def read(self) -> WordFile:
        sections = tuple(map(self._section, self.body.iter(SECT_PR))) or (_SECTION,)
        self._blocks(self.body, None)
        tables = (self._table(number, node, at, sections) for number, (node, at) in enumerate(self.tables, start=1))
        return WordFile(
            self.name,
            self.main,
            self.styles,
            self.package,
            tuple(self.paragraphs),
            tuple(one for one in tables if one),
            sections,
            self.styles.setting("evenAndOddHeaders"),
        )

    def _blocks(self, container: Any, cell: Cell | None) -> None:
        for node in container:
            if node.tag == P:
                self._paragraph(node, cell)
            elif node.tag == TBL:
                self._rows(node)

    def _rows(self, table: Any) -> None:
        number = len(self.tables) + 1
        self.tables.append((table, len(self.paragraphs)))
        for row, node in enumerate(table.iterchildren(TR), start=1):
            for column, cell in enumerate(node.iterchildren(TC), start=1):
                self._blocks(cell, Cell(number, row, column))

    def _paragraph(self, node: Any, cell: Cell | None) -> None:
        number = len(self.paragraphs) + 1
        read = self._looked(node, number, cell, self._place(number, cell))
        self.paragraphs.append(read)
        own = node.find(P_PR)
        ends_section = own is not None and own.find(SECT_PR) is not None
        breaks = [one.getnext() is None for one in node.iter(w("br")) if one.get(w("type")) == "page"]
        # A break at a paragraph's end, or alone in it, sends the next one to a new page.
        self.broken = ends_section or (bool(breaks) and not text_after_break(node)) or (self.broken and not read.text)

    def _looked(self, node: Any, number: int, cell: Cell | None, place: Place) -> WordParagraph:
        flat = self.styles.of_paragraph(node)
        looks = tuple(self.styles.looks(node, flat, Look))
        text = "".join(look.text for look in looks).strip()
        size = next((look.size for look in looks if look.size), None) or 10.5
        label = self.styles.label(flat) if text else ""
        rule, align = flat.get("spacing.lineRule", "auto"), flat.get("jc.val", "left")
        line = points(flat.get("spacing.line"))
        begins = self.broken or flat.get("pageBreakBefore.val", "0") in _ON or begins_with_break(node)
        return WordParagraph(
            number,
            label + text,
            place,
            cell,
            style=flat.get("pStyle.name", ""),
            align=_ALIGN.get(align, align),
            left=_indent(flat, ("left", "start"), size),
            right=_indent(flat, ("right", "end"), size),
            first=_indent(flat, ("firstLine",), size) - _indent(flat, ("hanging",), size),
            before=points(flat.get("spacing.before")) or 0,
            after=points(flat.get("spacing.after")) or 0,
            line=line if rule in ("exact", "atLeast") else None,
            rule=rule,
            begins_page=begins,
            looks=looks,
            boxed=any(key.startswith("framePr.") for key in flat) or is_boxed(node),
            boxes=tuple(filter(None, map(self._text, boxed_paragraphs(node)))),
        )

    def _text(self, node: Any) -> str:
        return "".join(look.text for look in self.styles.looks(node, self.styles.of_paragraph(node), Look)).strip()

    def _place(self, number: int, cell: Cell | None) -> Place:
        where = _("paragraph {number}").format(number=number)
        if cell:
            where = _("table {table}, row {row}, cell {cell}, paragraph {number}").format(
                table=cell.table, row=cell.row, cell=cell.column, number=number
            )
        return Place(self.name, number, None, where)

    def _table(self, number: int, node: Any, at: int, sections: tuple[Section, ...]) -> WordTable | None:
        if at >= len(self.paragraphs):
            return None
        rows = list(node.iterchildren(TR))
        inside: dict[tuple[int, int], list[str]] = {}
        for one in self.paragraphs[at:]:
            if one.cell and one.cell.table == number:
                inside.setdefault((one.cell.row, one.cell.column), []).append(one.text)
        texts = tuple(
            tuple("\n".join(filter(None, inside.get((r, c), ()))) for c in range(1, len(row.findall(TC)) + 1))
            for r, row in enumerate(rows, start=1)
        )
        section = len([one for one in self.body.iter(SECT_PR) if ends_before(one, node)])
        columns = [points(one.get(w("w"))) or 0 for one in node.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        marks = rows[0].find(TR_PR) if rows else None
        return WordTable(
            number,
            _stated_width(node) or sum(columns),
            self.paragraphs[at],
            texts,
            marks is not None and marks.find(w("tblHeader")) is not None,
            sections[min(section, len(sections) - 1)],
        )

    def _section(self, node: Any) -> Section:
        def length(child: str, name: str, otherwise: float) -> float:
            found = points(value(node.find(w(child)), name))
            return otherwise if found is None else abs(found)

        size, numbers = node.find(w("pgSz")), node.find(w("pgNumType"))
        restart = None if numbers is None else numbers.get(w("start"))
        return Section(
            width=length("pgSz", "w", 595.3),
            height=length("pgSz", "h", 841.9),
            top=length("pgMar", "top", 72),
            bottom=length("pgMar", "bottom", 72),
            left=length("pgMar", "left", 90),
            right=length("pgMar", "right", 90),
            landscape=size is not None and size.get(w("orient")) == "landscape",
            restarts_at=int(restart) if restart and restart.isdigit() else None,
            first_differs=node.find(w("titlePg")) is not None,
            footers=self._footers(node),
            grid=value(node.find(w("docGrid")), "type"),
        )

    def _footers(self, section: Any) -> dict[str, tuple[WordParagraph, ...]]:
        found = {}
        for one in section.iterfind(w("footerReference")):
            part = self.styles.target(one)
            if part not in self.package.parts:
                continue
            root = parsed(self.package.parts[part], self.name)
            place = Place(self.name, None, None, _("footer"))
            found[one.get(w("type"), "default")] = tuple(
                self._looked(node, 0, None, place) for node in root.iter(P) if not is_fallback(node)
            )
        return found


def _indent(flat: Mapping[str, str], names: tuple[str, ...], size: float) -> float:
    """In points; a number of characters, if there is one, goes before a length."""
    for name in names:
        chars = flat.get(f"ind.{name}Chars")
        if chars and chars.lstrip("-").isdigit() and int(chars):
            return int(chars) / 100 * size
    return next((value for name in names if (value := points(flat.get(f"ind.{name}"))) is not None), 0)


def _stated_width(table: Any) -> float:
    node = table.find(f"{w('tblPr')}/{w('tblW')}")
    if node is None or node.get(w("type")) != "dxa":
        return 0
    return points(node.get(w("w"))) or 0
