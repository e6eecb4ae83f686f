"""A Word file as it looks: each paragraph with the layout that its styles and its own settings come to.

    word_file(data, name) → WordFile      paragraphs (numbered as Word counts them, cells included), tables, sections

Lengths in points. What a file leaves to a theme, or does not say at all, is None: rules pass over it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.language import _
from docgen.lint.word_styles import Styles, points

if TYPE_CHECKING:
    from docgen.diff.word.package import Package
    from docgen.lint.passage import Part


@dataclass(frozen=True)
class Look:
    """``font`` is the typeface of Chinese characters (仿宋_GB2312), ``latin`` of others; ``size`` in points.

    ``apart``: so much farther apart than usual its characters stand, in points; negative where they are condensed.
    """

    text: str
    font: str | None
    latin: str | None
    size: float | None
    bold: bool
    colour: str
    apart: float


@dataclass(frozen=True)
class Cell:
    """Where a paragraph stands in a table; all count from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class WordParagraph:
    """``left``, ``right``, ``first`` are indents (first: negative when hanging), ``before`` and ``after`` spaces.

    ``line`` is the height of its lines with ``rule`` exact or atLeast; with auto, None. ``begins_page``: a break, or a
    section's end, stands right before it, or its own setting. ``boxed``: it stands in a text box or a frame, at a place
    of its own.
    """

    number: int
    text: str
    place: Place
    cell: Cell | None
    style: str
    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float | None
    rule: str
    begins_page: bool
    looks: tuple[Look, ...]
    keeps_with_next: bool = False
    boxed: bool = False

    @property
    def size(self) -> float | None:
        """Of most of its characters."""
        found: float | None = _most((look.size, look.text) for look in self.looks)
        return found

    @property
    def font(self) -> str | None:
        """Of most of its Chinese characters."""
        found: str | None = _most((look.font, look.text) for look in self.looks)
        return found


@dataclass(frozen=True)
class WordTable:
    """``width`` as told by its columns; ``first`` its first paragraph's number; ``rows`` of cells' texts."""

    number: int
    width: float
    first: WordParagraph
    rows: tuple[tuple[str, ...], ...]
    has_header: bool
    breaking_rows: int
    section: Section


@dataclass(frozen=True)
class Section:
    """A page's size and margins; ``footers`` by kind (default, even, first); ``grid`` as Word says it."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    landscape: bool
    restarts_at: int | None
    first_differs: bool
    footers: Mapping[str, tuple[WordParagraph, ...]]
    grid: str = ""

    @property
    def type_width(self) -> float:
        """Of the type area."""
        return self.width - self.left - self.right


@dataclass(frozen=True)
class WordFile:
    """``parts`` is filled by recognition: paragraph number → part."""

    name: str
    main: Any = field(repr=False)
    styles: Styles = field(repr=False)
    package: Package = field(repr=False)
    paragraphs: tuple[WordParagraph, ...] = ()
    tables: tuple[WordTable, ...] = ()
    sections: tuple[Section, ...] = ()
    even_pages_differ: bool = False
    parts: Mapping[int, Part] = field(default_factory=dict)

    def of(self, *parts: Part) -> Iterator[WordParagraph]:
        """The paragraphs of these parts, in order, without those in cells."""
        return (one for one in self.paragraphs if self.parts.get(one.number) in parts)

    @property
    def has_pictures(self) -> bool:
        """Whether there is anything that has no words: pictures, drawings, objects."""
        return any(name.startswith(f"{self.package.folder}media/") for name in self.package.parts)

    @functools.cached_property
    def numbered_footers(self) -> tuple[WordParagraph, ...]:
        """The paragraphs of footers that have a page number, each once; an address with a telephone has none."""
        found = dict.fromkeys(one for section in self.sections for kind in section.footers.values() for one in kind)
        return tuple(one for one in found if re.search(r"\d", one.text) and not re.search(r"\d{5}|[:：]", one.text))


def word_file(data: bytes, name: str) -> WordFile:
    """The file read. Raises ``DocgenError`` (exit 3) where it is no sound .docx."""
    from docgen.diff.tracked import body_of
    from docgen.diff.word.package import open_package, parsed
    from docgen.diff.word.settle import settle, unwrapped

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
        self.at_section = 0

    def read(self) -> WordFile:
        from docgen.diff.word.names import SECT_PR

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
        from docgen.diff.word.names import TBL, P

        for node in container:
            if node.tag == P:
                self._paragraph(node, cell)
            elif node.tag == TBL:
                self._rows(node)

    def _rows(self, table: Any) -> None:
        from docgen.diff.word.names import TC, TR

        number = len(self.tables) + 1
        self.tables.append((table, len(self.paragraphs)))
        for row, node in enumerate(table.iterchildren(TR), start=1):
            for column, cell in enumerate(node.iterchildren(TC), start=1):
                self._blocks(cell, Cell(number, row, column))

    def _paragraph(self, node: Any, cell: Cell | None) -> None:
        from docgen.diff.word.names import P_PR, SECT_PR, w

        number = len(self.paragraphs) + 1
        read = self._looked(node, number, cell, self._place(number, cell))
        self.paragraphs.append(read)
        own = node.find(P_PR)
        ends_section = own is not None and own.find(SECT_PR) is not None
        breaks = [one.getnext() is None for one in node.iter(w("br")) if one.get(w("type")) == "page"]
        # A break at a paragraph's end, or alone in it, sends the next one to a new page.
        self.broken = ends_section or (bool(breaks) and not _text_after_break(node)) or (self.broken and not read.text)
        if ends_section:
            self.at_section += 1

    def _looked(self, node: Any, number: int, cell: Cell | None, place: Place) -> WordParagraph:
        flat = self.styles.of_paragraph(node)
        looks = tuple(self.styles.looks(node, flat, Look))
        text = "".join(look.text for look in looks).strip()
        size = next((look.size for look in looks if look.size), None) or 10.5
        label = self.styles.label(node, flat) if text else ""
        rule = flat.get("spacing.lineRule", "auto")
        line = points(flat.get("spacing.line"))
        begins = self.broken or flat.get("pageBreakBefore.val", "0") in _ON or _begins_with_break(node)
        return WordParagraph(
            number,
            label + text,
            place,
            cell,
            flat.get("pStyle.name", ""),
            {"start": "left", "end": "right", "distribute": "both"}.get(
                flat.get("jc.val", "left"), flat.get("jc.val", "left")
            ),
            _indent(flat, ("left", "start"), size),
            _indent(flat, ("right", "end"), size),
            _indent(flat, ("firstLine",), size) - _indent(flat, ("hanging",), size),
            points(flat.get("spacing.before")) or 0,
            points(flat.get("spacing.after")) or 0,
            line if rule in ("exact", "atLeast") else None,
            rule,
            begins,
            looks,
            flat.get("keepNext.val", "0") in _ON,
            any(key.startswith("framePr.") for key in flat) or _is_boxed(node),
        )

    def _place(self, number: int, cell: Cell | None) -> Place:
        where = _("paragraph {number}").format(number=number)
        if cell:
            where = _("table {table}, row {row}, cell {cell}, paragraph {number}").format(
                table=cell.table, row=cell.row, cell=cell.column, number=number
            )
        return Place(self.name, number, None, where)

    def _table(self, number: int, node: Any, at: int, sections: tuple[Section, ...]) -> WordTable | None:
        from docgen.diff.word.names import SECT_PR, TC, TR, TR_PR, w

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
        section = len([one for one in self.body.iter(SECT_PR) if _is_before(one, node)])
        columns = [points(one.get(w("w"))) or 0 for one in node.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
        marks = [row.find(TR_PR) for row in rows]
        return WordTable(
            number,
            _stated_width(node) or sum(columns),
            self.paragraphs[at],
            texts,
            bool(marks) and marks[0] is not None and marks[0].find(w("tblHeader")) is not None,
            sum(one is None or one.find(w("cantSplit")) is None for one in marks),
            sections[min(section, len(sections) - 1)],
        )

    def _section(self, node: Any) -> Section:
        from docgen.diff.word.names import value, w

        def length(child: str, name: str, otherwise: float) -> float:
            found = points(value(node.find(w(child)), name))
            return otherwise if found is None else abs(found)

        size, numbers = node.find(w("pgSz")), node.find(w("pgNumType"))
        restart = None if numbers is None else numbers.get(w("start"))
        return Section(
            length("pgSz", "w", 595.3),
            length("pgSz", "h", 841.9),
            length("pgMar", "top", 72),
            length("pgMar", "bottom", 72),
            length("pgMar", "left", 90),
            length("pgMar", "right", 90),
            size is not None and size.get(w("orient")) == "landscape",
            int(restart) if restart and restart.isdigit() else None,
            node.find(w("titlePg")) is not None,
            self._footers(node),
            value(node.find(w("docGrid")), "type"),
        )

    def _footers(self, section: Any) -> dict[str, tuple[WordParagraph, ...]]:
        from docgen.diff.word.names import P, w
        from docgen.diff.word.package import parsed

        found = {}
        for one in section.iterfind(w("footerReference")):
            part = self.styles.target(one)
            if part not in self.package.parts:
                continue
            root = parsed(self.package.parts[part], self.name)
            place = Place(self.name, None, None, _("footer"))
            found[one.get(w("type"), "default")] = tuple(
                self._looked(node, 0, None, place) for node in root.iter(P) if not _is_fallback(node)
            )
        return found


_ON = ("1", "true", "on")
_SECTION = Section(595.3, 841.9, 72, 72, 90, 90, False, None, False, {})


def _most(pairs: Any) -> Any:
    """The value of most characters."""
    counted: dict[Any, int] = {}
    for value, text in pairs:
        counted[value] = counted.get(value, 0) + len(text.strip())
    return max(counted, key=lambda one: counted[one]) if counted and max(counted.values()) else None


def _indent(flat: Mapping[str, str], names: tuple[str, ...], size: float) -> float:
    """In points; a number of characters, if there is one, goes before a length."""
    for name in names:
        chars = flat.get(f"ind.{name}Chars")
        if chars and chars.lstrip("-").isdigit() and int(chars):
            return int(chars) / 100 * size
    return next((value for name in names if (value := points(flat.get(f"ind.{name}"))) is not None), 0)


def _stated_width(table: Any) -> float:
    from docgen.diff.word.names import w

    node = table.find(f"{w('tblPr')}/{w('tblW')}")
    if node is None or node.get(w("type")) != "dxa":
        return 0
    return points(node.get(w("w"))) or 0


def _is_boxed(paragraph: Any) -> bool:
    return any(str(one.tag).endswith("}txbxContent") for one in paragraph.iterancestors())


def _is_fallback(paragraph: Any) -> bool:
    """Word writes text boxes twice, the second for old programs."""
    return any(str(one.tag).endswith("}Fallback") for one in paragraph.iterancestors())


def _is_before(one: Any, other: Any) -> bool:
    """Whether a section ends before a table."""
    from docgen.diff.word.names import P

    paragraph = next(one.iterancestors(P), None)
    if paragraph is None:
        return False
    return any(node is other for node in paragraph.itersiblings())


def _begins_with_break(paragraph: Any) -> bool:
    """Whether a page break stands before all its words."""
    from docgen.diff.word.names import T, w

    for node in paragraph.iter(w("br"), T):
        if node.tag == T and (node.text or "").strip():
            return False
        if node.tag != T and node.get(w("type")) == "page":
            return _text_after_break(paragraph)
    return False


def _text_after_break(paragraph: Any) -> bool:
    from docgen.diff.word.names import T, w

    words = False
    for node in paragraph.iter(w("br"), T):
        if node.tag != T and node.get(w("type")) == "page":
            words = False
        elif node.tag == T and (node.text or "").strip():
            words = True
    return words
