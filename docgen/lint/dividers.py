"""分隔线: the lines of 版记 where a Word file draws it as a table, as most templates do; the borders of its rows.

Borders come from the cell, else from its table, else from the table's style. What is drawn as a shape, nobody can tell
to belong to anything.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from docgen.frozen import dataclass
from docgen.lint.reading import Reading
from docgen.lint.word import WordFile, WordParagraph

_USUAL = ("single", "nil", "none", "")
_DEEPEST = 12


@dataclass(frozen=True)
class Divided:
    """A row of 版记: what stands in it, and the lines above and below, in eighths of a point; 0 is none."""

    paragraphs: tuple[WordParagraph, ...]
    above: int
    below: int

    def begins_with(self, word: str) -> bool:
        """Whether 主送 or 抄送 is what stands in it."""
        return any(one.text.startswith(word) for one in self.paragraphs)


def divided_imprint(reading: Reading) -> tuple[Divided, ...]:
    """The rows of the table that 版记 is; none if it is no table, or has double or dotted lines."""
    if reading.word is None:
        return ()
    inside = [one for one in reading.word.of("copies_to", "imprint") if one.text]
    tables = {one.cell.table if one.cell else 0 for one in inside}
    if len(tables) != 1 or 0 in tables:
        return ()
    return tuple(_rows(inside, reading.word, _nodes(reading.word.main)[tables.pop() - 1]))


def _nodes(main: Any) -> list[Any]:
    """The tables as they are numbered: those in text boxes are not."""
    from docgen.diff.word.names import TBL
    from docgen.lint.word_nodes import is_boxed

    return [node for node in main.iter(TBL) if not is_boxed(node)]


def _rows(inside: Iterable[WordParagraph], word: WordFile, table: Any) -> Iterator[Divided]:
    from docgen.diff.word.names import TR

    edges = [_Edges(row, table, word) for row in table.iterchildren(TR)]
    if any(not one.usual for one in edges):
        return
    lines = [
        edges[0].top(first=True),
        *(max(upper.bottom(last=False), lower.top(first=False)) for upper, lower in itertools.pairwise(edges)),
        edges[-1].bottom(last=True),
    ]
    for number, found in itertools.groupby(inside, key=lambda one: one.cell.row if one.cell else 0):
        yield Divided(tuple(found), lines[number - 1], lines[number])


class _Edges:
    """The lines of one row."""

    def __init__(self, row: Any, table: Any, word: WordFile) -> None:
        from docgen.diff.word.names import TC, w

        self.cells = [cell.find(f"{w('tcPr')}/{w('tcBorders')}") for cell in row.iterchildren(TC)]
        self.table = [
            one for one in (table.find(f"{w('tblPr')}/{w('tblBorders')}"), *_styled(table, word)) if one is not None
        ]
        self.usual = row.find(w("tblPrEx")) is None and all(map(_is_usual, [*self.cells, *self.table]))

    def top(self, *, first: bool) -> int:
        return self._thickest("top", "top" if first else "insideH")

    def bottom(self, *, last: bool) -> int:
        return self._thickest("bottom", "bottom" if last else "insideH")

    def _thickest(self, own: str, of_table: str) -> int:
        return max((self._thickness(cell, own, of_table) for cell in self.cells), default=0)

    def _thickness(self, cell: Any, own: str, of_table: str) -> int:
        from docgen.diff.word.names import value, w

        places = [(cell, own), *((table, of_table) for table in self.table)]
        edges = (node.find(w(name)) for node, name in places if node is not None)
        edge = next((one for one in edges if one is not None), None)
        size = value(edge, "sz")
        return int(size) if size.isdigit() and value(edge) == "single" else 0


def _styled(table: Any, word: WordFile) -> Iterator[Any]:
    """The borders of the table's style and of those that it is based on."""
    from docgen.diff.word.names import value, w

    id_ = value(table.find(f"{w('tblPr')}/{w('tblStyle')}"))
    for _step in range(_DEEPEST):
        node = word.styles.nodes.get(id_)
        if node is None:
            return
        yield node.find(f"{w('tblPr')}/{w('tblBorders')}")
        id_ = value(node.find(w("basedOn")))


def _is_usual(borders: Any) -> bool:
    from docgen.diff.word.names import value

    return borders is None or all(value(edge) in _USUAL for edge in borders)
