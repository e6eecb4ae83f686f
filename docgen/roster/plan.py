"""What a campaign wants to know of its units: the columns of its roster."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from docgen.campaign.loaded import LoadedCampaign
from docgen.templates.loaded import LoadedForm

Kind = Literal[
    "line", "text", "date", "phone", "mobile", "email", "number", "choice", "idcard", "creditcode", "postcode", "list"
]
Target = Literal["unit", "field", "override"]


@dataclass(frozen=True)
class Column:
    """One column of a roster.

    ``key`` is a property of the unit (``name``; ``unit.name`` in a form), a form's field (``team.project``) or a key of
    the campaign (``deadlines.submission.date``), as ``target`` says. ``label`` is its header in a roster that docgen
    makes; ``aliases`` are other headers that mean it. ``note`` is help for who fills it in.
    """

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    kind: Kind = "line"
    required: bool = False
    options: tuple[str, ...] = ()
    multiple: bool = False
    limit: int | None = None
    note: str = ""
    target: Target = "unit"
    feeds: tuple[str, ...] = ()
    """Form fields that the value goes into, as ``<annex id>.<field id>``."""


@dataclass(frozen=True)
class RosterPlan:
    """All columns that mean something to a campaign, the unit's properties first."""

    columns: tuple[Column, ...]


def roster_plan(loaded: LoadedCampaign, forms: Mapping[str, LoadedForm]) -> RosterPlan:
    """The columns that a campaign and its forms (by form id, as ``Prepared.forms``) ask for."""
    raise NotImplementedError
