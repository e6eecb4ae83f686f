"""印发日期: when a notice was printed, and where that stands."""

from __future__ import annotations

import datetime
from typing import NamedTuple

from docgen.diagnostics import Place
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading

_DATE = Pattern(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


class Printed(NamedTuple):
    """The day and its place."""

    date: datetime.date
    place: Place


def printed_on(reading: Reading) -> Printed | None:
    """Of the campaign's imprint, or as the document bears it; None if it does not, or there is no such day."""
    if reading.loaded:
        imprint = reading.loaded.campaign.imprint
        return Printed(imprint.printed, reading.place("imprint", "printed")) if imprint and imprint.printed else None
    for passage in reading.of("imprint"):
        if match := _DATE.search(passage.text):
            try:
                return Printed(datetime.date(*map(int, match.groups())), passage.place_of(match.start()))
            except ValueError:
                return None
    return None
