"""The words of a file when the year moves: its years by the rules, its typed dates as the other dates."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from docgen.compose.dates import day as month_and_day
from docgen.compose.dates import full_date, weekday
from docgen.frozen import dataclass
from docgen.years.dates import Proposal
from docgen.years.edits import Edit
from docgen.years.outcomes import Moved
from docgen.years.rules import FoundDate, dates_in, years_in


@dataclass(frozen=True)
class TypedDate:
    """A date typed in the words, and what was put in its place."""

    offset: int
    written: str
    new: str
    proposal: Proposal


def words_turned(
    text: str, old: int, new: int, days: Mapping[datetime.date, Proposal], at: int = 0
) -> Iterator[Edit | Moved | TypedDate]:
    """What comes of the words ``text``, which begin at ``at`` in their file."""
    typed = list(dates_in(text, old))
    for found in typed:
        yield from _date_turned(found, text, days[found.day], at)
    for year in years_in(text, old, new):
        date = next((one for one in typed if one.start <= year.start < one.end), None)
        around = context(text, year.start, year.end)
        if date:
            yield Moved(at + year.start, around, str(days[date.day].new.year), "date")
            continue
        yield Moved(at + year.start, around, year.new, year.rule)
        if year.new:
            yield Edit(at + year.start, at + year.end, year.new)


def context(text: str, start: int, end: int) -> str:
    """A year with a few characters around it, on one line."""
    before = text[max(start - 6, 0) : start].rpartition("\n")[2]
    return (before + text[start : end + 6].partition("\n")[0]).strip(" #")


def typed_days(text: str, old: int) -> Iterator[datetime.date]:
    """The days that are typed in the words."""
    return (found.day for found in dates_in(text, old))


def _date_turned(found: FoundDate, text: str, proposal: Proposal, at: int) -> Iterator[Edit | TypedDate]:
    written = text[found.start : found.end]
    new = full_date(proposal.new) if found.full else month_and_day(proposal.new)
    if found.weekday:
        new += f"（{weekday(proposal.new)}）"
    yield Edit(at + found.start, at + found.end, new)
    yield TypedDate(at + found.start, written, new, proposal)
