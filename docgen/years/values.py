"""What comes of each value when the year moves, by the treatment that its key has (``docgen.years.keys``)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from docgen.campaign.model import DOCUMENT_NUMBER
from docgen.years import todos
from docgen.years.dates import dated
from docgen.years.edits import Edit
from docgen.years.keys import Treatment, treatment_of
from docgen.years.outcomes import Decision, Kind, Moved, Outcome, Turn
from docgen.years.rules import years_in
from docgen.years.source_text import Written, as_scalar
from docgen.years.words import TypedDate, context, words_turned

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def value_turned(written: Written, turn: Turn) -> Iterator[Outcome]:
    """All that comes of one value."""
    treatment = treatment_of(written.loc)
    if written.text is None:
        yield from _still_empty(written, treatment, turn)
        return
    match treatment:
        case "year":
            yield from _changed(written, written.text, str(turn.new), "year")
        case "name":
            yield from _name(written, turn)
        case "number":
            yield from _number(written, turn)
        case "once":
            yield from _once(written, turn)
        case "day":
            yield _day(written, turn)
        case "fact" if _DAY.fullmatch(written.text):
            yield _day(written, turn)
        case "fact" if written.text == str(turn.old):
            yield Decision(turn.key_of(written), "text", written, todos.FACT.format(old=turn.old), written.text)
        case "basis":
            yield from _basis(written, turn)
        case "basis title" if not _of_that_year(written, turn):
            yield from _left(written, turn, "past")
        case "form" | "superior" | "file":
            yield from _renamed(written, turn)
        case "past":
            yield from _past(written, turn)
        case "fixed":
            yield from _left(written, turn, "fixed")
        case _:
            yield from _words(written, turn)


# ---------------------------------------------------------------- one treatment each


def _still_empty(written: Written, treatment: Treatment, turn: Turn) -> Iterator[Decision]:
    """What was not known last year either is still to be decided."""
    key = turn.key_of(written)
    if treatment == "once":
        kind: Kind = "serial" if written.loc[-1] == "serial" else "day"
        todo = todos.SERIAL if kind == "serial" else todos.ISSUED if written.loc == ("issued",) else todos.PRINTED
        yield Decision(key, kind, written, todo)
    elif treatment == "basis" and _of_that_year(written, turn):
        day = written.loc[-1] == "issued"
        yield Decision(key, "day" if day else "text", written, todos.BASIS_DAY if day else todos.BASIS_NUMBER)


def _name(written: Written, turn: Turn) -> Iterator[Outcome]:
    """``shili-2023`` → shili-2024; a name without the year gets it."""
    old = written.text or ""
    new = re.sub(rf"(?<!\d){turn.old}(?!\d)", str(turn.new), old)
    new = new if new != old else f"{old}-{turn.new}"
    yield from _changed(written, old, new, "name")


def _number(written: Written, turn: Turn) -> Iterator[Outcome]:
    match = DOCUMENT_NUMBER.fullmatch((written.text or "").strip())
    if match:
        yield Moved(written.start, match[0], str(turn.new), "once")
        form = f"{match[1]}〔{turn.new}〕{{}}号"
        yield Decision("number.serial", "serial", written, todos.SERIAL, form=form, empty="　")


def _once(written: Written, turn: Turn) -> Iterator[Outcome]:
    key, text = turn.key_of(written), written.text or ""
    if written.loc[-1] == "serial":
        yield Decision(key, "serial", written, todos.SERIAL)
        return
    todo = todos.ISSUED if written.loc == ("issued",) else todos.PRINTED
    todo += todos.BY_RULE.format(day=dated(turn.days[datetime.date.fromisoformat(text)].new))
    yield Moved(written.start, text, None, "once")
    yield Decision(key, "day", written, todo)


def _day(written: Written, turn: Turn) -> Decision:
    proposal = turn.days[datetime.date.fromisoformat(written.text or "")]
    todo = todos.day(proposal)
    return Decision(turn.key_of(written), "day", written, todo, proposal.new.isoformat(), proposed=proposal)


def _basis(written: Written, turn: Turn) -> Iterator[Outcome]:
    """A yearly document is emptied, the year of a standing one stays."""
    if not _of_that_year(written, turn):
        yield from _left(written, turn, "document number")
        return
    text = written.text or ""
    yield Moved(written.start, text, None, "once")
    kind: Kind = "day" if written.loc[-1] == "issued" else "text"
    todo = todos.BASIS_DAY if kind == "day" else todos.BASIS_NUMBER
    yield Decision(turn.key_of(written), kind, written, todo + todos.BEFORE.format(old=text))


def _renamed(written: Written, turn: Turn) -> Iterator[Outcome]:
    """A name that leads to something else: what it becomes was found out before; else it stays."""
    text = written.text or ""
    if new := turn.renamed.get(written.loc):
        yield from _changed(written, text, new, "name")
        return
    yield from _left(written, turn, "file")
    if written.loc[0] in ("superior", "units"):
        todo = todos.SUPERIOR if written.loc == ("superior",) else todos.UNITS
        yield Decision(turn.key_of(written), "text", written, todo.format(old=text), text)


def _past(written: Written, turn: Turn) -> Iterator[Outcome]:
    """A forwarded notice stays as it is, word for word; next year another one is forwarded."""
    yield from _left(written, turn, "past")
    if written.loc[2:] == ("title",):
        yield Decision(turn.key_of(written), "words", written, todos.ATTACHED)


def _words(written: Written, turn: Turn) -> Iterator[Outcome]:
    text = turn.source.text[written.start : written.end]
    for outcome in words_turned(text, turn.old, turn.new, turn.days, written.start):
        if isinstance(outcome, TypedDate):
            todo = todos.TYPED.format(old=outcome.written, new=outcome.new, rule=todos.rule(outcome.proposal))
            yield Decision(turn.key_of(written), "words", written, todo)
        else:
            yield outcome


# ---------------------------------------------------------------- helpers


def _changed(written: Written, old: str, new: str, rule: str) -> Iterator[Outcome]:
    yield Moved(written.start, old, new, rule)
    yield Edit(written.start, written.end, as_scalar(new, written.style))


def _left(written: Written, turn: Turn, rule: str) -> Iterator[Moved]:
    """Every time the old year stands there: it stays, for this reason."""
    text = turn.source.text[written.start : written.end]
    for found in years_in(text, turn.old, turn.new):
        yield Moved(written.start + found.start, context(text, found.start, found.end), None, rule)


def _of_that_year(written: Written, turn: Turn) -> bool:
    """Whether a basis is a document of the campaign's own year: its number or its day says so, or else its title."""
    basis = turn.campaign.basis[str(written.loc[1])]
    if number := DOCUMENT_NUMBER.search(basis.number):
        return int(number[2]) == turn.old
    if basis.issued:
        return basis.issued.year == turn.old
    return str(turn.old) in basis.title or "{{ year }}" in basis.title
