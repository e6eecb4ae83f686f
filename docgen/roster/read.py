"""Reading a roster, row by row: ``open_roster(path, plan).units()``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.frozen import dataclass
from docgen.roster.files import sheets_of
from docgen.roster.plan import RosterPlan
from docgen.roster.properties import FAILED_HEADERS
from docgen.roster.rows import read_rows, typed_cells
from docgen.roster.table import Table, find_table
from docgen.roster.unit import BadRow, Unit


@dataclass(frozen=True)
class Roster:
    """A roster whose header is understood; its rows are not read yet."""

    path: Path
    plan: RosterPlan
    table: Table

    @property
    def headers(self) -> tuple[str, ...]:
        """As typed, in order."""
        return self.table.headers

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Letters about the table: notes which row is the header, warnings about unknown columns, errors about
        missing ones. The rows can be read all the same.
        """
        return self.table.problems

    @cached_property
    def is_part(self) -> bool:
        """Whether these are rows that failed, corrected: units that are not among them have not left the roster."""
        return set(FAILED_HEADERS) <= {header.strip() for header in self.headers}

    def units(self) -> Iterator[Unit | BadRow]:
        """Reads the rows from the first on, each time anew; never holds them all.

        Raises DocgenError (exit code 3) where there are none, or a CSV file turns out not to be one.
        """
        return read_rows(self.table, self.plan)

    def typed(self) -> Iterator[tuple[int, Callable[[], tuple[str, ...]]]]:
        """Number of each row of the sheet, and what gives its cells as typed, in the order of the headers."""
        return ((row.number, partial(typed_cells, self.table, row)) for row in self.table.sheet.rows())


def open_roster(path: Path, plan: RosterPlan) -> Roster:
    """The roster in ``path`` (``units.xlsx``, ``units.xlsx#表名``; .xlsx, .xls, .csv, .yaml).

    Raises DocgenError (exit code 3) if it cannot be read, if no row of it is a header, or if it cannot be told what a
    column means.
    """
    if plan.problems:
        raise DocgenError(plan.problems, Exit.CAMPAIGN)
    file, sheet = split_sheet(path)
    return Roster(file, plan, find_table(sheets_of(file, sheet), plan))


def split_sheet(path: Path) -> tuple[Path, str]:
    """``units.xlsx#表名`` as file and sheet; a file that has # in its name is a file."""
    name, mark, sheet = path.name.rpartition("#")
    if not mark or path.exists():
        return path, ""
    return path.with_name(name), sheet
