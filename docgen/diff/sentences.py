"""From clauses beside each other to changes by sense: what was added, dropped, reworded, moved, sentence by sentence.

    rows  →  sentences of each pair, laid beside each other  →  what no value explains  →  changes

A sentence that left one clause and came into another has moved; sentences that came one after the other are one change,
and so is a section that came whole.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from docgen.diff.alignment import SHORT, Pair, Unit, aligned, alike
from docgen.diff.alone import Loose, changes_alone, told_with_values
from docgen.diff.changes import Change, Clause
from docgen.diff.clauses import Beside
from docgen.diff.ground import Ground, tokens_without_year
from docgen.diff.judgement import kind_of_rewording, said_of_rewording, shift_of_rewording
from docgen.diff.moves import moves_in
from docgen.diff.tokens import Segment, pieces_of, segments_of
from docgen.diff.words import NUMBERING, Token, Tokens, length, text_of
from docgen.frozen import dataclass

SAME_ELSEWHERE = 0.75
"""How alike a sentence must be to one that went elsewhere to be the same."""


@dataclass(frozen=True)
class Said:
    """The changes of running text; ``with_values``: the sentence that came, or went, along with a value, by its id."""

    changes: tuple[Change, ...]
    with_values: Mapping[str, str]


@dataclass
class Found:
    """What is gathered on the way: changes of sentences, and sentences without counterpart."""

    changes: list[Change] = field(default_factory=list)
    gone: list[Loose] = field(default_factory=list)
    came: list[Loose] = field(default_factory=list)


def sentence_changes(rows: Sequence[tuple[int, Beside]], ground: Ground) -> Said:
    """The changes of running text; ``rows`` with their places among all rows."""
    found = Found()
    for index, beside in rows:
        match beside.row.op:
            case "changed" | "moved-to" if beside.segments:
                _pair(index, beside, ground, found)
            case "added" if beside.row.new:
                found.came += _loose(index, beside.new, beside.row.new)
            case "dropped" if beside.row.old:
                found.gone += _loose(index, beside.old, beside.row.old)
            case _:
                pass
    elsewhere = list(_elsewhere(found, ground))
    with_values = dict(told_with_values([*found.gone, *found.came], ground))
    alone = [*changes_alone(found.gone, False, ground), *changes_alone(found.came, True, ground)]
    changes = (*found.changes, *elsewhere, *moves_in(rows), *alone)
    return Said(changes, with_values)


def sentences(words: Tokens) -> list[Tokens]:
    """A clause cut behind its full stops; its number stays with the first sentence."""
    cut: list[list[Token]] = [[]]
    for token in words:
        cut[-1].append(token)
        if token.text in "。！？；\n\t" and not token.key:
            cut.append([])
        elif len(cut) > 1 and len(cut[-1]) == 1 and token.text in "”』」）":
            cut[-2].append(cut[-1].pop())
    return [tuple(one) for one in cut if one]


def _loose(index: int, words: Tokens, clause: Clause) -> list[Loose]:
    return [Loose(index, order, one, clause, True) for order, one in enumerate(sentences(words))]


# ---------------------------------------------------------------- a clause that both sides have


def _pair(index: int, beside: Beside, ground: Ground, found: Found) -> None:
    """The sentences of a clause and its counterpart."""
    old_clause, new_clause = beside.row.old, beside.row.new
    assert old_clause
    assert new_clause
    if not _unexplained(beside.segments, ground):
        return
    old, new = sentences(beside.old), sentences(beside.new)
    pairs = _paired(_units(old, ground.years[0]), _units(new, ground.years[1]))
    if not pairs or (len(old) == len(new) == 1):
        found.changes += _reworded(index, beside.segments, old_clause, new_clause, ground)
        return
    for pair in pairs:
        segments = segments_of(old[pair.old], new[pair.new])
        if _unexplained(segments, ground):
            found.changes += _reworded(index, segments, old_clause, new_clause, ground)
        if pair.moved:
            found.changes.append(_moved(index, old[pair.old], new[pair.new], old_clause, new_clause))
    kept_old, kept_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    found.gone += [Loose(index, at, one, old_clause, False) for at, one in enumerate(old) if at not in kept_old]
    found.came += [Loose(index, at, one, new_clause, False) for at, one in enumerate(new) if at not in kept_new]


IN_PLACE = 0.15
"""How alike two sentences must be if each is the only one left between the same neighbours."""


def _paired(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """The sentences of a clause; where one gave way to one other, it was reworded, however much."""
    pairs = list(aligned(old, new))
    kept = sorted((pair for pair in pairs if not pair.moved), key=lambda pair: pair.new)
    ends = [Pair(-1, -1), *kept, Pair(len(old), len(new))]
    taken_old, taken_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    for before, after in itertools.pairwise(ends):
        left = [at for at in range(before.old + 1, after.old) if at not in taken_old]
        right = [at for at in range(before.new + 1, after.new) if at not in taken_new]
        if len(left) == len(right) == 1 and (found := alike(old[left[0]], new[right[0]])) >= IN_PLACE:
            pairs.append(Pair(left[0], right[0], found))
    return sorted(pairs, key=lambda pair: pair.new)


def _units(parts: Sequence[Tokens], year: int) -> list[Unit]:
    return [Unit(tokens_without_year((token for token in part if token.key != NUMBERING), year)) for part in parts]


def _unexplained(segments: Sequence[Segment], ground: Ground) -> list[Segment]:
    return [
        one for one in segments if not one.same and text_of(one.old) != text_of(one.new) and not ground.explains(one)
    ]


def _reworded(index: int, segments: Sequence[Segment], old: Clause, new: Clause, ground: Ground) -> Iterator[Change]:
    words_old = tuple(token for one in segments for token in one.old)
    words_new = tuple(token for one in segments for token in one.new)
    real = _unexplained(segments, ground)
    yield Change(
        kind=kind_of_rewording(real, (text_of(words_old), text_of(words_new)), (old, new)),
        where=new.where,
        old=text_of(words_old).strip(),
        new=text_of(words_new).strip(),
        pieces=pieces_of(segments),
        detail=said_of_rewording(real, ground),
        old_place=old.place,
        new_place=new.place,
        id=f"clause.{index}",
        shift=shift_of_rewording(real, ground),
    )


def _moved(index: int, old: Tokens, new: Tokens, before: Clause, after: Clause) -> Change:
    detail = "段内移位" if before.where == after.where else f"由“{before.where}”移至“{after.where}”"
    return Change(
        "clause-moved",
        after.where,
        text_of(old).strip(),
        text_of(new).strip(),
        pieces_of(segments_of(old, new)),
        detail,
        before.place,
        after.place,
        f"clause.{index}",
    )


# ---------------------------------------------------------------- sentences that went elsewhere


def _elsewhere(found: Found, ground: Ground) -> Iterator[Change]:
    """Loose sentences that stand in another clause now; they are loose no longer."""
    gone = [one for one in found.gone if length(one.words) >= SHORT]
    came = [one for one in found.came if length(one.words) >= SHORT]
    pairs = aligned(
        _units([one.words for one in gone], ground.years[0]), _units([one.words for one in came], ground.years[1])
    )
    for pair in pairs:
        old, new = gone[pair.old], came[pair.new]
        segments = segments_of(old.words, new.words)
        if pair.alike < SAME_ELSEWHERE:
            continue
        found.gone.remove(old)
        found.came.remove(new)
        if _unexplained(segments, ground):
            yield from _reworded(new.index, segments, old.clause, new.clause, ground)
        else:
            yield _moved(new.index, old.words, new.words, old.clause, new.clause)
