"""The plan for next year's file: what moves with the year, and what a person has to decide.

    SourceText + Campaign + year  →  Plan  →  ``docgen.years.settle``  →  next year's text

Dates are proposed together, those typed in the words included, so that their order is kept.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from itertools import chain

from docgen.campaign.model import Campaign
from docgen.frozen import dataclass
from docgen.sources.source_map import Loc
from docgen.years import todos
from docgen.years.dates import proposals
from docgen.years.edits import Edit
from docgen.years.forms import comment_turned
from docgen.years.keys import treatment_of
from docgen.years.outcomes import Decision, Moved, Outcome, Turn
from docgen.years.rules import years_in
from docgen.years.source_text import SourceText, Written
from docgen.years.values import value_turned
from docgen.years.words import TypedDate, context, typed_days, words_turned

UNDATED = "\nissued:"


@dataclass(frozen=True)
class Plan:
    """``edits`` move the year, ``decisions`` are a person's, ``years`` is every place where the old year stands.

    ``remarks`` are further comments about values. ``body`` is the plan for the file that ``body_file`` names; its own
    decisions are among these here.
    """

    source: SourceText
    year: int
    edits: tuple[Edit, ...]
    decisions: tuple[Decision, ...]
    years: tuple[Moved, ...]
    body: WordsPlan | None = None
    remarks: tuple[tuple[Written, str], ...] = ()


@dataclass(frozen=True)
class WordsPlan:
    """The same for a file of words alone."""

    text: str
    edits: tuple[Edit, ...]
    years: tuple[Moved, ...]
    dates: tuple[TypedDate, ...]


def plan_for(
    source: SourceText, campaign: Campaign, year: int, renamed: Mapping[Loc, str] | None = None, body: str = ""
) -> Plan:
    """The plan for ``year``; ``renamed``: what names of forms and files become, ``body``: words of ``body_file``."""
    days = proposals(_days(source, campaign, body), year - campaign.year)
    turn = Turn(source, campaign, campaign.year, year, days, renamed or {})
    outcomes = [*chain.from_iterable(value_turned(written, turn) for written in source.scalars), *_comments(turn)]
    words = plan_for_words(body, turn) if body else None
    return Plan(
        source,
        year,
        tuple(one for one in outcomes if isinstance(one, Edit)),
        (*(one for one in outcomes if isinstance(one, Decision)), *_decisions_of(words, turn)),
        tuple(sorted((one for one in outcomes if isinstance(one, Moved)), key=lambda one: one.offset)),
        words,
    )


def source_of(text: str, file: str) -> SourceText:
    """Last year's file, made ready: with a line break at its end, and with an empty ``issued`` if there is none."""
    text = text if text.endswith("\n") else text + "\n"
    source = SourceText(text, file)
    if ("issued",) in source.by_loc:
        return source
    number = source.entries.get(("number",)) or source.by_loc["number",]
    end = text.find("\n", number.end)
    return SourceText(f"{text[:end]}{UNDATED}{text[end:]}", file)


def plan_for_words(text: str, turn: Turn) -> WordsPlan:
    """What comes of a file that holds nothing but words."""
    outcomes = list(words_turned(text, turn.old, turn.new, turn.days))
    return WordsPlan(
        text,
        tuple(one for one in outcomes if isinstance(one, Edit)),
        tuple(one for one in outcomes if isinstance(one, Moved)),
        tuple(one for one in outcomes if isinstance(one, TypedDate)),
    )


def _decisions_of(words: WordsPlan | None, turn: Turn) -> Iterator[Decision]:
    """Dates typed in the words' file are decided where the file is named: in it a comment would be printed."""
    for typed in words.dates if words else ():
        todo = todos.TYPED.format(old=typed.written, new=typed.new, rule=todos.rule(typed.proposal))
        yield Decision("body_file", "words", turn.source.by_loc["body_file",], todo)


def _days(source: SourceText, campaign: Campaign, body: str) -> Iterator[datetime.date]:
    """Every day that gets a successor."""
    yield from typed_days(body, campaign.year)
    for written in source.scalars:
        match treatment_of(written.loc):
            case "day" | "once" | "fact" if re.fullmatch(r"\d{4}-\d\d-\d\d", written.text or ""):
                yield datetime.date.fromisoformat(written.text or "")
            case "words" | "basis title" | "fact":
                yield from typed_days(_as_written(written, source), campaign.year)
            case _:
                pass


def _as_written(written: Written, source: SourceText) -> str:
    return source.text[written.start : written.end]


def _comments(turn: Turn) -> Iterator[Outcome]:
    """The head of the file speaks of the campaign, and moves; what is noted further down was noted for a reason."""
    head = min((one.start for one in turn.source.scalars), default=0)
    for start, end in turn.source.comments():
        text = turn.source.text[start:end]
        if start < head:
            yield from comment_turned(text, start, turn.old, turn.new, turn.campaign.id)
        else:
            for found in years_in(text, turn.old, turn.new):
                yield Moved(start + found.start, context(text, found.start, found.end), None, "comment")
