"""A table of cells, whatever file it comes from, and letters about the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import NoReturn

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.roster.cells import Raw, cell_name
from docgen.roster.codes import Code, numbered


@dataclass(frozen=True)
class SheetRow:
    """A row: its number from 1, as Excel counts, empty rows included; its cells from column A on."""

    number: int
    cells: Sequence[Raw]
    places: Mapping[int, Place] = field(default_factory=dict)
    """Where a cell was written, by index, if that is not row and column."""


@dataclass(frozen=True)
class Sheet:
    """``rows()`` reads the table from the top, each time anew.

    ``file`` is its name in letters, ``name`` the sheet's (empty if the file has but one table). ``lettered``: cells
    have names such as B7. ``headers``: names of the columns where no row gives them. ``remarks_of(header row)`` are
    letters about what an author may not see: hidden rows and merged cells.
    """

    file: str
    rows: Callable[[], Iterator[SheetRow]]
    name: str = ""
    lettered: bool = True
    headers: tuple[str, ...] | None = None
    remarks_of: Callable[[int], tuple[Problem, ...]] = lambda _header_row: ()

    def place(self, row: SheetRow, index: int = 0) -> Place:
        """Where a cell stands."""
        return row.places.get(index) or Place(self.file, row.number, index + 1)

    def cell(self, row: SheetRow, index: int) -> str:
        """B7; nothing where cells have no names."""
        return cell_name(row.number, index) if self.lettered else ""


def refuse(code: Code, message: str, place: Place | str, hint: str = "") -> NoReturn:
    """The roster cannot be read: DocgenError, exit code 3."""
    where = Place(place) if isinstance(place, str) else place
    raise DocgenError(Problem(numbered(code), message, where, hint), Exit.CAMPAIGN)
