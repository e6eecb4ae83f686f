"""Three texts into one: what the superior changed since last year goes into the local wording, clause by clause.

    base: the superior's of last year    theirs: the superior's of this year    ours: the local one

Where both changed a clause and the changes touch, both stand in the result between the marks of a conflict. Nothing
is lost: a clause of either side is in the result, or a note tells what became of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from docgen.frozen import dataclass
from docgen.sources.open_points import MIDDLE, OURS, THEIRS
from docgen.years.clauses import Clause, clauses_of, matched, renumbered, text_of
from docgen.years.wording import joined

Kind = Literal["taken", "added", "joined", "conflict", "dropped", "gone", "left out", "still out", "local", "moved"]


@dataclass(frozen=True)
class Note:
    """What became of a clause.

    ``taken``: the superior's new wording stands for the old; ``added``: its new clause; ``joined``: its change and
    the local one, in one clause; ``conflict``: both stand there; ``dropped``: the superior dropped it, so it is gone;
    ``gone``: the superior dropped it, a person decides; ``moved``: to where the superior has it; ``left out``: changed
    by the superior, but not in the local campaign; ``still out``: not changed, and not in it either; ``local``: the
    local wording stands for the superior's, which has not changed.
    """

    kind: Kind
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True)
class MergedText:
    """The result, and what became of all that is not simply the same in both."""

    text: str
    notes: tuple[Note, ...] = ()


def merged_text(base: str, ours: str, theirs: str) -> MergedText:
    """The three texts as one, its clauses numbered in a row if those of ``ours`` were."""
    sides = _sides(clauses_of(base), _with_last_gap(clauses_of(ours)), clauses_of(theirs))
    notes: list[Note] = []
    clauses = [clause for name in _order(sides, notes.append) for clause in _settled(name, sides, notes.append)]
    notes += _left_out(sides)
    if all(note.kind in ("left out", "still out", "local") for note in notes):
        return MergedText(ours, tuple(notes))
    local = list(sides.ours.values())
    clauses = renumbered(clauses) if renumbered(local) == local else clauses
    return MergedText(text_of(clauses), tuple(notes))


# ---------------------------------------------------------------- which clause is which

Name = tuple[Literal["base", "ours", "theirs"], int]
"""A clause by the first text that has it."""


@dataclass(frozen=True)
class _Sides:
    """The clauses of the three texts in their order; a clause has the same name in all that have it."""

    base: Mapping[Name, Clause]
    ours: Mapping[Name, Clause]
    theirs: Mapping[Name, Clause]


def _sides(base: list[Clause], ours: list[Clause], theirs: list[Clause]) -> _Sides:
    in_ours, in_theirs = matched(base, ours), matched(base, theirs)
    # What both have put in is one clause, not two.
    new = {clause.words: index for index, clause in reversed(list(enumerate(ours))) if index not in in_ours}

    def name_in_theirs(index: int) -> Name:
        if index in in_theirs:
            return "base", in_theirs[index]
        both = new.pop(theirs[index].words, None)
        return ("theirs", index) if both is None else ("ours", both)

    return _Sides(
        {("base", index): clause for index, clause in enumerate(base)},
        {("base", in_ours[i]) if i in in_ours else ("ours", i): clause for i, clause in enumerate(ours)},
        {name_in_theirs(index): clause for index, clause in enumerate(theirs)},
    )


# ---------------------------------------------------------------- order


def _order(sides: _Sides, tell: Callable[[Note], None]) -> list[Name]:
    """That of ours; what is new in theirs, or was moved there and not here, stands behind what it follows there."""
    order, theirs = list(sides.ours), list(sides.theirs)
    moved = _moved(sides.base, sides.theirs) - _moved(sides.base, sides.ours)
    for index, name in enumerate(theirs):
        if name in moved and name in order:
            order.remove(name)
            tell(Note("moved", theirs=sides.theirs[name].text))
        elif name[0] != "theirs":
            continue
        before = next((order.index(one) + 1 for one in reversed(theirs[:index]) if one in order), None)
        behind = next((order.index(one) for one in theirs[index + 1 :] if one in order), 0)
        order.insert(behind if before is None else before, name)
    return order


def _moved(base: Mapping[Name, Clause], side: Mapping[Name, Clause]) -> set[Name]:
    """What stands elsewhere than in base, seen from all that both have."""
    before, after = [name for name in base if name in side], [name for name in side if name in base]
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    kept = {name for block in blocks for name in after[block.b : block.b + block.size]}
    return set(after) - kept


# ---------------------------------------------------------------- content


def _settled(name: Name, sides: _Sides, tell: Callable[[Note], None]) -> Iterator[Clause]:
    """What stands in the result for a clause, and a note unless it is simply ours."""
    base, ours, theirs = (side.get(name) for side in (sides.base, sides.ours, sides.theirs))
    if ours is None:
        assert theirs is not None
        tell(Note("added", theirs=theirs.text))
        yield replace(theirs, gap=_usual_gap(sides.ours.values()))
    elif base is None or (theirs is not None and theirs.words in (base.words, ours.words)):
        if theirs is not None and theirs.words != ours.words:
            tell(Note("local", ours.text, theirs.text))
        yield ours
    elif theirs is None and ours.words == base.words:
        tell(Note("dropped", ours=ours.text))
    elif theirs is not None and ours.words == base.words:
        tell(Note("taken", ours.text, theirs.text))
        yield replace(ours, words=theirs.words)
    elif theirs is not None and (words := joined(base.words, ours.words, theirs.words)) is not None:
        tell(Note("joined", ours.text, theirs.text))
        yield replace(ours, words=words)
    else:
        tell(Note("conflict", ours.text, theirs.text if theirs else ""))
        yield from _conflict(ours, theirs)


def _conflict(ours: Clause, theirs: Clause | None) -> Iterator[Clause]:
    yield Clause("", OURS)
    yield replace(ours, gap=0)
    yield Clause("", MIDDLE)
    if theirs is not None:
        yield replace(theirs, level=ours.level if theirs.level else 0, gap=0, twin=True)
    yield Clause("", THEIRS, gap=ours.gap)


def _left_out(sides: _Sides) -> Iterator[Note]:
    for name, clause in sides.theirs.items():
        if name[0] == "base" and name not in sides.ours:
            same = clause.words == sides.base[name].words
            yield Note("still out" if same else "left out", theirs=clause.text)


def _usual_gap(clauses: Iterable[Clause]) -> int:
    """As many empty lines as stand behind most clauses of the local text."""
    gaps = [clause.gap for clause in clauses][:-1]
    return max(gaps, key=gaps.count, default=1)


def _with_last_gap(clauses: list[Clause]) -> list[Clause]:
    """With empty lines behind the last one too: something may come behind it."""
    return [*clauses[:-1], *(replace(clause, gap=_usual_gap(clauses)) for clause in clauses[-1:])]
