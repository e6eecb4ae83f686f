"""A unit of the roster, or a row that cannot become one and why."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from docgen.diagnostics import Place, Problem
from docgen.frozen import dataclass
from docgen.language import _

Severity = Literal["error", "warning"]
"""A warning does not keep a row back."""

Value = str | int | datetime.date
"""What is known of a unit: a text as typed, a whole number, a day."""


@dataclass(frozen=True)
class RowFault:
    """One thing that is wrong with a row.

    ``column`` is the header as typed (empty: the whole row), ``cell`` its name in Excel (B7; empty where rows have no
    cells), ``value`` what is there, shortened, ID numbers masked. A warning does not keep the row back.
    """

    code: str
    row: int
    reason: str
    hint: str = ""
    column: str = ""
    cell: str = ""
    value: str = ""
    severity: Severity = "error"
    place: Place | None = None

    @property
    def problem(self) -> Problem:
        """The same as a letter: ``roster.xlsx:7:2: error[L210] B7 联系电话: "123" is not a telephone number``."""
        where = " ".join(part for part in (self.cell, self.column) if part)
        message = _("{where}: {message}").format(where=where, message=self.reason) if where else self.reason
        return Problem(self.code, message, self.place, self.hint, self.severity)


@dataclass(frozen=True)
class Unit:
    """A unit as its forms need it.

    ``id`` is unique within the roster and stays the same when rows are moved: the unit's code if there is one, else its
    name. ``values`` has every property that the campaign's expressions name (``unit.contact``), with "" for an empty
    cell. ``fields`` are values for form fields themselves, by ``<annex id>.<field id>``. ``overrides`` are dotted keys
    of the campaign (``deadlines.submission.date``) for this unit's own notice, see ``overrides.apply_overrides``.
    ``place`` is for people (花名册.xlsx, row 12), ``row`` counts from 1 as Excel does, header rows included.
    """

    id: str
    name: str
    values: Mapping[str, Value] = field(default_factory=dict)
    fields: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, str] = field(default_factory=dict)
    place: str = ""
    row: int = 0
    warnings: tuple[RowFault, ...] = ()


@dataclass(frozen=True)
class BadRow:
    """A row with errors: ``cells`` as typed, in the order of the roster's headers; every fault of it."""

    row: int
    cells: tuple[str, ...]
    faults: tuple[RowFault, ...]
    name: str = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The faults as letters."""
        return tuple(fault.problem for fault in self.faults)
