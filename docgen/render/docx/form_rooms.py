"""What values may do to a form's layout: rows that would have to break, seals that would have to move.

The rules are compose's own (``grid``, ``sign_off``); here they only tell for which values a form must be laid out anew.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from docgen.compose.cells import room_before_suffix
from docgen.compose.form import LANDSCAPE_PAGE_HEIGHT, PAGE_HEIGHT
from docgen.compose.grid import FULL_PAGE
from docgen.compose.room import Room
from docgen.compose.widths import lines_needed
from docgen.document.measure import Mm
from docgen.document.tree import Cell, Form, Grid
from docgen.frozen import dataclass
from docgen.render.docx.form_marks import MARK, Mark, Marks


@dataclass(frozen=True)
class Limit:
    """A cell of a row that does not break: as many ``lines`` of ``width`` characters as its values may take.

    ``plenty``: so few characters are never too many.
    """

    marks: tuple[Mark, ...]
    width: float
    lines: int
    plenty: float

    def holds(self, texts: Sequence[str]) -> bool:
        """Whether the values, one for each field of the form, leave the row as it is."""
        if sum(len(texts[one.field]) + texts[one.field].count("\n") * self.width for one in self.marks) <= self.plenty:
            return True
        return sum(_lines(one, texts[one.field], self.width) for one in self.marks) <= self.lines


def moving_fields(blank: Form) -> frozenset[str]:
    """Fields above a seal or signature: with a line more above it, there is less white space."""
    cells = (cell for grid in blank.grids for row in grid.rows for cell in row.cells)
    return frozenset(field.id for cell in cells if any(line.before for line in cell.lines) for field in cell.fields)


def limits_of(marked: Form, marks: Marks) -> Iterator[Limit]:
    """The limits of a form composed with marks."""
    page = LANDSCAPE_PAGE_HEIGHT if marked.landscape else PAGE_HEIGHT
    for grid in marked.grids:
        for row in grid.rows:
            for cell in row.cells:
                if not row.splits and (own := _marks_in(cell, marks)):
                    yield _limit(cell, own, grid, page)


def _limit(cell: Cell, own: tuple[Mark, ...], grid: Grid, page: Mm) -> Limit:
    room = Room(Mm(sum(grid.columns[cell.column : cell.column + cell.span])), Mm(0), grid.size)
    width = room.characters
    taken = sum(lines_needed(line.text, width) for line in cell.lines if not MARK.search(line.text))
    lines = max(count for count in range(1000) if not Mm(count * room.pitch) > page * FULL_PAGE) - taken
    around = sum(1 + len(one.before + room_before_suffix(one.before) + one.suffix) / width for one in own)
    return Limit(own, width, lines, (lines - around) * math.floor(width))


def _marks_in(cell: Cell, marks: Marks) -> tuple[Mark, ...]:
    names = [found[1] for line in cell.lines for found in MARK.finditer(line.text)]
    return tuple(marks[name] for name in names if marks[name].kind != "box")


def _lines(one: Mark, text: str, width: float) -> int:
    if one.kind != "inline":
        return sum(lines_needed(line, width) for line in text.split("\n") if line)
    behind = room_before_suffix(one.before + text) + one.suffix if one.suffix else ""
    return lines_needed(one.before + text + behind, width)
