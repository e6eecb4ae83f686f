"""Two lists of texts laid beside each other by what they say, not by where they stand.

Equal texts are paired first and hold the rest in place; what is left is paired with what is most like it, all pairs
together at the least cost; those pairs that keep their order stay, the others have moved. Exchanging the sides
exchanges the pairs and changes nothing else. The time grows with the length of the texts, not with its square.
"""

from __future__ import annotations

import bisect
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from docgen.diff.assignment import assigned
from docgen.frozen import dataclass

NEAR, FAR = 0.42, 0.6
"""How alike two texts must be to be the same one, reworded: between the same neighbours, or anywhere."""

SHORT = 12
"""A shorter text that was reworded and stands elsewhere is not taken for the same."""

_ALL_PAIRS = 4_096
_RAREST, _COMMON = 40, 64


@dataclass(frozen=True)
class Unit:
    """A text to be paired. Units of another ``sort`` (heading, paragraph, row) are less likely the same."""

    text: str
    sort: str = ""

    @cached_property
    def pairs_of_characters(self) -> frozenset[str]:
        """Each two neighbouring characters."""
        return frozenset(self.text[index : index + 2] for index in range(max(1, len(self.text) - 1)))


@dataclass(frozen=True)
class Pair:
    """Places in the old and the new list; ``alike`` is 1 for equal texts."""

    old: int
    new: int
    alike: float = 1.0
    moved: bool = False


def aligned(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """The pairs, in the order of the new list."""
    if [unit.text for unit in new] < [unit.text for unit in old]:
        turned = (replace(pair, old=pair.new, new=pair.old) for pair in _aligned(new, old))
        return tuple(sorted(turned, key=lambda pair: pair.new))
    return tuple(_aligned(old, new))


def _aligned(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    equal = _equal(old, new)
    pairs = equal + _similar(old, new, equal)
    return _with_moves(sorted(pairs, key=lambda pair: pair.new), old, new)


# ---------------------------------------------------------------- equal texts


def _equal(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Texts that both lists have; of those that stand there several times, neighbours of other pairs first."""
    places: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for index, unit in enumerate(old):
        places[unit.text][0].append(index)
    for index, unit in enumerate(new):
        places[unit.text][1].append(index)
    once = [Pair(here[0], there[0]) for here, there in places.values() if len(here) == len(there) == 1]
    gap = _gaps(once)
    several = [(text, *both) for text, both in places.items() if all(both) and max(map(len, both)) > 1]
    return once + [pair for text, here, there in several for pair in _several(text, here, there, gap)]


Gap = Callable[[int, bool], int]


def _several(text: str, here: Sequence[int], there: Sequence[int], gap: Gap) -> Iterator[Pair]:
    """Those in the same gap in order, then, of longer texts, the others in order."""
    waiting: dict[int, list[int]] = defaultdict(list)
    for index in there:
        waiting[gap(index, True)].append(index)
    left = []
    for index in here:
        if same_gap := waiting[gap(index, False)]:
            yield Pair(index, same_gap.pop(0))
        else:
            left.append(index)
    if len(text) >= SHORT:
        rest = sorted(index for indexes in waiting.values() for index in indexes)
        yield from (Pair(a, b) for a, b in zip(left, rest, strict=False))


def _gaps(pairs: Iterable[Pair]) -> Gap:
    """Tells after how many of those pairs that keep their order a place of the old (the new) list stands."""
    kept = _in_order(sorted(pairs, key=lambda pair: pair.new), lambda _pair: 1)
    olds, news = [pair.old for pair in kept], [pair.new for pair in kept]
    return lambda index, is_new: bisect.bisect_left(news if is_new else olds, index)


# ---------------------------------------------------------------- similar texts


def _similar(old: Sequence[Unit], new: Sequence[Unit], equal: Sequence[Pair]) -> list[Pair]:
    """What is left, paired so that all together are as alike as can be."""
    taken_old, taken_new = {pair.old for pair in equal}, {pair.new for pair in equal}
    left = [index for index in range(len(old)) if index not in taken_old]
    right = [index for index in range(len(new)) if index not in taken_new]
    if not left or not right:
        return []
    gap = _gaps(equal)
    worth: dict[tuple[int, int], float] = {}
    likeness: dict[tuple[int, int], float] = {}
    for a, b in _candidates(left, right, old, new):
        near = gap(a, False) == gap(b, True)
        found = alike(old[a], new[b])
        if found >= (NEAR if near else FAR) and (near or min(len(old[a].text), len(new[b].text)) >= SHORT):
            likeness[a, b] = found
            worth[a, b] = found - NEAR + 0.01 + (0.1 if near else 0) - 0.01 * abs(a / len(old) - b / len(new))
    return [Pair(a, b, likeness[a, b]) for a, b in assigned(worth)]


def alike(old: Unit, new: Unit) -> float:
    """0 to 1: how much two texts have in common, by their characters in order and by pairs of characters."""
    from rapidfuzz.distance import Indel

    shared = len(old.pairs_of_characters & new.pairs_of_characters)
    total = len(old.pairs_of_characters) + len(new.pairs_of_characters)
    in_order = Indel.normalized_similarity(old.text, new.text)
    return (in_order + 2 * shared / total) / 2 - (0 if old.sort == new.sort else 0.15)


def _candidates(
    left: Sequence[int], right: Sequence[int], old: Sequence[Unit], new: Sequence[Unit]
) -> Iterator[tuple[int, int]]:
    """Pairs worth looking at: all of few, else those that share rare pairs of characters."""
    if len(left) * len(right) <= _ALL_PAIRS:
        yield from ((a, b) for a in left for b in right)
        return
    having: dict[str, list[int]] = defaultdict(list)
    for b in right:
        for two in new[b].pairs_of_characters:
            having[two].append(b)
    for a in left:
        shared = Counter(b for two in _rarest(old[a], having) for b in having[two])
        yield from ((a, b) for b, _count in sorted(shared.most_common(8)))


def _rarest(unit: Unit, having: Mapping[str, Sequence[int]]) -> list[str]:
    known = [two for two in unit.pairs_of_characters if 0 < len(having.get(two, ())) <= _COMMON]
    return sorted(known, key=lambda two: (len(having[two]), two))[:_RAREST]


# ---------------------------------------------------------------- moves


def _with_moves(pairs: Sequence[Pair], old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Which pairs have moved; doubtful ones are no pairs at all."""
    marked = kept_in_order(pairs, lambda pair: len(old[pair.old].text) + len(new[pair.new].text) + 1)
    return [pair for pair in marked if not pair.moved or _surely_moved(pair, old)]


def kept_in_order(pairs: Sequence[Pair], weight: Callable[[Pair], int]) -> list[Pair]:
    """Pairs sorted by their new place; those outside the heaviest run that keeps its order are marked as moved."""
    stays = set(_in_order(pairs, weight))
    return [pair if pair in stays else replace(pair, moved=True) for pair in pairs]


def _surely_moved(pair: Pair, old: Sequence[Unit]) -> bool:
    size = len(old[pair.old].text)
    return size >= 4 if pair.alike == 1 else pair.alike >= FAR and size >= SHORT


def _in_order(pairs: Sequence[Pair], weight: Callable[[Pair], int]) -> list[Pair]:
    """Of pairs sorted by their new place, the heaviest selection whose old places rise too."""
    ranks = {place: rank for rank, place in enumerate(sorted(pair.old for pair in pairs), start=1)}
    best = _Tops(len(pairs))
    before: list[int] = []
    for index, pair in enumerate(pairs):
        total, last = best.below(ranks[pair.old])
        before.append(last)
        best.put(ranks[pair.old], total + weight(pair), index)
    _total, index = best.below(len(pairs) + 1)
    kept = []
    while index >= 0:
        kept.append(pairs[index])
        index = before[index]
    return kept[::-1]


class _Tops:
    """The heaviest chain that ends at or before a rank, in a binary indexed tree."""

    def __init__(self, size: int) -> None:
        self._tree = [(0, -1)] * (size + 1)

    def below(self, rank: int) -> tuple[int, int]:
        """Weight and last pair of the heaviest chain that ends below ``rank``."""
        found, at = (0, -1), rank - 1
        while at > 0:
            if self._tree[at][0] > found[0]:
                found = self._tree[at]
            at -= at & -at
        return found

    def put(self, rank: int, weight: int, index: int) -> None:
        """A chain of this weight ends at ``rank`` with the pair ``index``."""
        while rank < len(self._tree):
            if weight > self._tree[rank][0]:
                self._tree[rank] = (weight, index)
            rank += rank & -rank
