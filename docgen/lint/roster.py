"""The rows of a campaign's own roster, for rules that look at them."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from docgen.diagnostics import DocgenError, Problem
from docgen.roster.unit import BadRow, Unit

if TYPE_CHECKING:
    from docgen.lint.reading import Reading

MOST = 2_000
"""So many rows are looked at: a check is to be quick. ``docgen units check`` reads them all."""


def wrong_columns(reading: Reading) -> tuple[Problem, ...]:
    """Letters about keys of ``columns:`` that lead nowhere: with any roster the campaign would be refused."""
    if reading.loaded is None or not reading.loaded.campaign.columns:
        return ()
    from docgen.roster.plan import roster_plan

    return roster_plan(reading.loaded, reading.forms).problems


def rows_of(reading: Reading) -> tuple[Unit | BadRow, ...]:
    """The first rows of the roster that ``units:`` names; none if there is no roster, or it cannot be read."""
    loaded = reading.loaded
    if loaded is None or not loaded.campaign.units:
        return ()
    from docgen.roster.plan import roster_plan
    from docgen.roster.read import open_roster

    path = loaded.path.parent / loaded.campaign.units
    try:
        roster = open_roster(path, roster_plan(loaded, reading.forms))
        return tuple(itertools.islice(roster.units(), MOST))
    except DocgenError:
        # Told, with what would do, when the forms are filled in, and by `docgen units check`.
        return ()
