"""A deadline that nobody can keep, as the notice is issued only then: in a row's own values, or in the campaign's."""

from __future__ import annotations

import datetime

from docgen.language import _
from docgen.roster.cells import day_text


def too_early(deadline: datetime.date, issued: datetime.date) -> str:
    """What is wrong with the deadline of a notice issued on that day; empty if nothing is."""
    if deadline > issued:
        return ""
    if deadline == issued:
        return _("the deadline {date} is the day of issue").format(date=day_text(deadline))
    return _("the deadline {date} is before the day of issue, {issued}").format(
        date=day_text(deadline), issued=day_text(issued)
    )
