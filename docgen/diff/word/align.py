"""Which paragraph, table or row of one file is the counterpart of which in the other, in order.

First what is equal, then, between two equal ones, what is alike. Equal ones are found in bits, so that two hundred
pages take no longer than they must; alike ones are looked for nearby where a gap is long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")

_NEAR = 24
"""How far from its share of a long gap a counterpart is looked for."""
_LONG = 10_000
"""Pairs; a gap with more is long."""


@dataclass(frozen=True, eq=False)
class Pair(Generic[T]):
    """A thing and its counterpart; without one it is gone (``new`` is None) or came (``old`` is None)."""

    old: T | None
    new: T | None


def aligned(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], str], alike: Callable[[T, T], float]
) -> list[Pair[T]]:
    """Both sides in one order; what is gone stands before what came. ``alike`` is 0 for strangers."""
    from rapidfuzz.distance import Indel

    pairs: list[Pair[T]] = []
    at_old = at_new = 0
    codes = Indel.opcodes([key(one) for one in old], [key(one) for one in new])
    for code in codes:
        if code.tag != "equal":
            continue
        pairs += _gap(old[at_old : code.src_start], new[at_new : code.dest_start], alike)
        same_old, same_new = old[code.src_start : code.src_end], new[code.dest_start : code.dest_end]
        pairs += [Pair(one, other) for one, other in zip(same_old, same_new, strict=True)]
        at_old, at_new = code.src_end, code.dest_end
    return [*pairs, *_gap(old[at_old:], new[at_new:], alike)]


def _gap(old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]) -> Iterator[Pair[T]]:
    at_old = at_new = 0
    for one, other in _counterparts(old, new, alike):
        yield from _strangers(old[at_old:one], new[at_new:other])
        yield Pair(old[one], new[other])
        at_old, at_new = one + 1, other + 1
    yield from _strangers(old[at_old:], new[at_new:])


def _strangers(old: Sequence[T], new: Sequence[T]) -> Iterator[Pair[T]]:
    yield from (Pair(one, None) for one in old)
    yield from (Pair(None, one) for one in new)


def _counterparts(old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """The pairs, in order, that are together most alike."""
    if not old or not new:
        return []
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores: dict[tuple[int, int], float] = {}
    for i in range(len(old) - 1, -1, -1):
        near = _near(i, len(old), len(new))
        for j in range(len(new) - 1, -1, -1):
            score = alike(old[i], new[j]) if j in near else 0
            scores[i, j] = score
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + score if score else 0)
    found, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if scores[i, j] and best[i][j] == best[i + 1][j + 1] + scores[i, j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _near(i: int, old: int, new: int) -> range:
    if old * new <= _LONG:
        return range(new)
    share = i * new // old
    return range(max(0, share - _NEAR), min(new, share + _NEAR + 1))
