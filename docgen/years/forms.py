"""Last year's forms become next year's own, so that they can be changed and last year's stay as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from docgen.frozen import dataclass
from docgen.years.dates import proposals
from docgen.years.edits import Edit, edited, line_after
from docgen.years.outcomes import Moved
from docgen.years.rules import years_in
from docgen.years.source_text import SourceText, as_scalar
from docgen.years.words import TypedDate, context, typed_days, words_turned


@dataclass(frozen=True)
class FormTurned:
    """Next year's ``form.yaml``: its text, every year in it with its line there, the dates that were typed in it."""

    text: str
    years: tuple[tuple[int, Moved], ...]
    dates: tuple[TypedDate, ...]


def form_turned(text: str, file: str, name: str, old: int, new: int) -> FormTurned:
    """The form for the year ``new``, called ``name``."""
    source = SourceText(text, file)
    outcomes = [*_words(source, old, new), *_head(source, old, new), *_id(source, name)]
    edits = [one for one in outcomes if isinstance(one, Edit)]
    moved = sorted((one for one in outcomes if isinstance(one, Moved)), key=lambda one: one.offset)
    years = tuple((line_after(text, edits, one.offset), one) for one in moved)
    return FormTurned(edited(text, edits), years, tuple(one for one in outcomes if isinstance(one, TypedDate)))


def _id(source: SourceText, name: str) -> Iterator[Edit | Moved]:
    written = source.by_loc["id",]
    yield Moved(written.start, written.text or "", name, "name")
    yield Edit(written.start, written.end, as_scalar(name, written.style))


def _words(source: SourceText, old: int, new: int) -> Iterator[Edit | Moved | TypedDate]:
    texts = {one.start: source.text[one.start : one.end] for one in source.scalars if one.loc != ("id",)}
    days = proposals(chain.from_iterable(typed_days(text, old) for text in texts.values()), new - old)
    for at, text in texts.items():
        yield from words_turned(text, old, new, days, at)


def _head(source: SourceText, old: int, new: int) -> Iterator[Edit | Moved]:
    """Comments above the first key; the others were written for a reason."""
    for start, end in source.comments():
        if start < source.by_loc["id",].start:
            yield from comment_turned(source.text[start:end], start, old, new)


def comment_turned(text: str, at: int, old: int, new: int, name: str = "") -> Iterator[Edit | Moved]:
    """The years in a comment that begins at ``at``; also that in the campaign's ``name``, as in a command."""
    for found in years_in(text, old, new):
        named = any(start <= found.start < start + len(name) for start in _where(name, text))
        moved, rule = (str(new), "name") if named else (found.new, found.rule)
        yield Moved(at + found.start, context(text, found.start, found.end), moved, rule)
        if moved:
            yield Edit(at + found.start, at + found.end, moved)


def _where(name: str, text: str) -> list[int]:
    """Where ``name`` stands by itself."""
    return [match.start() for match in re.finditer(rf"(?<![\w./-]){re.escape(name)}(?![\w./-])", text)] if name else []
