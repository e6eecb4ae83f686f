"""Who goes with whom: the pairing that is worth most in all (the assignment problem).

Only pairs that are worth something count, so the matter falls into groups that have nothing to do with each other; each
is solved by the Hungarian method, one too large by taking the best pair first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

Worth = Mapping[tuple[int, int], float]

_LARGEST = 60


def assigned(worth: Worth) -> list[tuple[int, int]]:
    """Pairs, each place at most once on either side. ``worth`` is above 0 for every pair that may be."""
    found: list[tuple[int, int]] = []
    for lefts, rights in _groups(worth):
        small = max(len(lefts), len(rights)) <= _LARGEST
        found += _best(lefts, rights, worth) if small else _greedy(lefts, worth)
    return sorted(found)


def _groups(worth: Worth) -> Iterator[tuple[list[int], list[int]]]:
    """Places that are linked by pairs, directly or by others."""
    links: dict[tuple[bool, int], list[tuple[bool, int]]] = {}
    for a, b in worth:
        links.setdefault((False, a), []).append((True, b))
        links.setdefault((True, b), []).append((False, a))
    seen: set[tuple[bool, int]] = set()
    for start in sorted(links):
        if start not in seen:
            group, waiting = set(), [start]
            while waiting:
                place = waiting.pop()
                if place not in group:
                    group.add(place)
                    waiting += links[place]
            seen |= group
            yield sorted(at for right, at in group if not right), sorted(at for right, at in group if right)


def _greedy(lefts: Sequence[int], worth: Worth) -> list[tuple[int, int]]:
    mine = set(lefts)
    taken: set[tuple[bool, int]] = set()
    found = []
    for (a, b), _value in sorted(worth.items(), key=lambda entry: (-entry[1], entry[0])):
        if a in mine and (False, a) not in taken and (True, b) not in taken:
            taken |= {(False, a), (True, b)}
            found.append((a, b))
    return found


def _best(lefts: Sequence[int], rights: Sequence[int], worth: Worth) -> list[tuple[int, int]]:
    """The Hungarian method; a place that finds nobody costs nothing."""
    if len(lefts) == len(rights) == 1:
        return [(lefts[0], rights[0])]
    if len(lefts) > len(rights):
        turned = {(b, a): value for (a, b), value in worth.items()}
        return [(a, b) for b, a in _best(rights, lefts, turned)]
    cost = [[-worth.get((a, b), 0.0) for b in rights] for a in lefts]
    return [(lefts[i], rights[j]) for i, j in _hungarian(cost) if (lefts[i], rights[j]) in worth]


def _hungarian(cost: Sequence[Sequence[float]]) -> Iterator[tuple[int, int]]:
    """For each row its column, at the least cost in all; there are no more rows than columns.

    ``row_price`` and ``column_price`` never exceed the cost together; a row is brought in along the path on which they
    meet it (the shortest augmenting path). Column 0 stands for the row that is being brought in.
    """
    rows, columns = len(cost), len(cost[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    row_of, back = [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        row_of[0], here = row, 0
        least, done = [float("inf")] * (columns + 1), [False] * (columns + 1)
        while row_of[here]:
            done[here] = True
            at, step, following = row_of[here], float("inf"), 0
            for column in range(1, columns + 1):
                if not done[column]:
                    slack = cost[at - 1][column - 1] - row_price[at] - column_price[column]
                    if slack < least[column]:
                        least[column], back[column] = slack, here
                    if least[column] < step:
                        step, following = least[column], column
            for column in range(columns + 1):
                if done[column]:
                    row_price[row_of[column]] += step
                    column_price[column] -= step
                else:
                    least[column] -= step
            here = following
        while here:
            row_of[here] = row_of[back[here]]
            here = back[here]
    yield from ((row_of[column] - 1, column - 1) for column in range(1, columns + 1) if row_of[column])
