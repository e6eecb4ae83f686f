"""Sentences that one side alone has: those that came together are one change, as is a section that came whole.

One that only brings a value with it is told with the value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.diff.changes import Change, Clause, Kind
from docgen.diff.ground import Ground
from docgen.diff.judgement import kind_alone
from docgen.diff.moves import step_between
from docgen.diff.tokens import Segment, pieces_of
from docgen.diff.trace import values_of
from docgen.diff.words import Token, Tokens, text_of
from docgen.frozen import dataclass


@dataclass(frozen=True)
class Loose:
    """A sentence without counterpart in its row; ``index`` is the row's, ``whole`` that all of the clause is loose."""

    index: int
    order: int
    words: Tokens
    clause: Clause
    whole: bool


def changes_alone(loose: Sequence[Loose], came: bool, ground: Ground) -> Iterator[Change]:
    """One change for each run of sentences; a section with its heading is one run."""
    for run in _runs(loose):
        told = [one for one in run if not _told_by_value(one, ground)]
        if len(told) == 1 and _values_alone(told[0], ground):
            continue
        if not told:
            continue
        first = told[0]
        text = "".join(
            text_of(one.words) if index == 0 or one.index == told[index - 1].index else "\n" + text_of(one.words)
            for index, one in enumerate(told)
        ).strip()
        kind: Kind = kind_alone(first.clause, text, came)
        segment = Segment((), (Token(text),), False) if came else Segment((Token(text),), (), False)
        yield Change(
            kind,
            first.clause.where,
            "" if came else text,
            text if came else "",
            pieces_of([segment]),
            _extent(told),
            None if came else first.clause.place,
            first.clause.place if came else None,
            f"clause.{first.index}",
        )


def _runs(loose: Sequence[Loose]) -> Iterator[list[Loose]]:
    run: list[Loose] = []
    for one in sorted(loose, key=lambda one: (one.index, one.order)):
        if run and not _one_run(run, one):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _one_run(run: Sequence[Loose], one: Loose) -> bool:
    """The next sentence of the clause; or a clause below the heading that the run begins with."""
    last, first = run[-1], run[0]
    if one.index == last.index:
        return one.order == last.order + 1
    if not (one.whole and last.whole and first.whole) or one.clause.path[:-1] != last.clause.path[:-1]:
        return False
    if step_between(last.clause, one.clause) != 1:
        return False
    level = first.clause.level
    return bool(level) and (one.clause.level == 0 or one.clause.level > level)


def _told_by_value(one: Loose, ground: Ground) -> bool:
    """Whether the sentence says nothing but a value that is reported; of a contact line the label does not count."""
    weighty = [token for token in one.words if not token.light]
    if one.clause.where.endswith("联系方式"):
        return any(ground.knows(token) for token in weighty)
    return bool(weighty) and all(ground.knows(token) for token in weighty)


def told_with_values(loose: Sequence[Loose], ground: Ground) -> Iterator[tuple[str, str]]:
    """A sentence that stands alone and brings, or takes, a value is told with it."""
    for run in _runs(loose):
        if len(run) == 1:
            for id in _values_alone(run[0], ground):
                yield id, text_of(run[0].words).strip()


def _values_alone(one: Loose, ground: Ground) -> frozenset[str]:
    """The values of one side alone that a sentence names, if it is no heading."""
    if one.clause.level == 1:
        return frozenset()
    return frozenset(id for token in one.words for id in values_of(token.key)) & ground.alone


def _extent(run: Sequence[Loose]) -> str:
    clauses = len({one.index for one in run})
    return f"共{clauses}段" if clauses > 1 else ""
