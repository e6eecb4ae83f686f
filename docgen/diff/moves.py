"""Clauses that moved whole: those that moved together are one change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.diff.changes import Change, Clause
from docgen.diff.clauses import Beside
from docgen.diff.tokens import Segment, pieces_of
from docgen.diff.words import Token


def moves_in(rows: Sequence[tuple[int, Beside]]) -> Iterator[Change]:
    """One change for each run of clauses that moved together."""
    run: list[tuple[int, Beside]] = []
    for index, beside in rows:
        if beside.row.op == "moved-to":
            if run and not _follow(run[-1][1], beside):
                yield _move_of(run)
                run = []
            run.append((index, beside))
        elif run and beside.row.op != "moved-from":
            yield _move_of(run)
            run = []
    if run:
        yield _move_of(run)


def _move_of(run: Sequence[tuple[int, Beside]]) -> Change:
    index, first = run[0]
    old, new = first.row.old, first.row.new
    assert old
    assert new
    detail = f"由“{old.where}”移至“{new.where}”" if old.where != new.where else "段落次序调整"
    before = "\n".join(one.row.old.text for _index, one in run if one.row.old)
    after = "\n".join(one.row.new.text for _index, one in run if one.row.new)
    pieces = pieces_of(
        segment for at, (_index, one) in enumerate(run) for segment in (*_BREAK[: min(at, 1)], *_shown(one))
    )
    if len(run) > 1:
        detail += f"，共{len(run)}段"
    return Change("clause-moved", new.where, before, after, pieces, detail, old.place, new.place, f"clause.{index}")


_BREAK = (Segment((Token("\n"),), (Token("\n"),), True),)


def _shown(beside: Beside) -> tuple[Segment, ...]:
    if beside.segments:
        return beside.segments
    text = (Token(beside.row.new.text if beside.row.new else ""),)
    return (Segment(text, text, True),)


def _follow(first: Beside, second: Beside) -> bool:
    """Whether they were neighbours where they stood, too."""
    one, other = first.row.old, second.row.old
    return bool(one and other and one.path[:-1] == other.path[:-1] and step_between(one, other) == 1)


def step_between(one: Clause, other: Clause) -> int:
    """By how many places the other clause stands behind the first; 0 where they are not of one list."""
    here, there = one.path[-1], other.path[-1]
    return there - here if isinstance(here, int) and isinstance(there, int) else 0
