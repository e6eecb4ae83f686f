"""Reading a roster, row by row: ``open_roster(path, plan).units()``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docgen.diagnostics import Problem
from docgen.roster.plan import RosterPlan
from docgen.roster.unit import BadRow, Unit


@dataclass(frozen=True)
class Roster:
    """A roster whose header is understood; its rows are not read yet.

    ``headers`` are as typed, in order; ``problems`` are warnings and notes about the header (unknown columns, which
    row was taken for the header), and errors for columns that are missing.
    """

    path: Path
    headers: tuple[str, ...]
    problems: tuple[Problem, ...] = ()

    def units(self) -> Iterator[Unit | BadRow]:
        """Reads the rows from the first on, each time anew; never holds them all."""
        raise NotImplementedError


def open_roster(path: Path, plan: RosterPlan) -> Roster:
    """The roster in ``path`` (``units.xlsx``, ``units.xlsx#表名``; .xlsx, .xls, .csv, .yaml).

    Raises DocgenError (exit code 3) if it cannot be read or no row of it is a header.
    """
    raise NotImplementedError
