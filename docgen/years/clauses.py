"""The clauses of a text, and which clause of another text each of them is: found by what it says, not by its number."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from docgen.compose.numerals import chinese_number
from docgen.compose.tables import is_table_line
from docgen.frozen import dataclass

ALIKE = 0.5
"""Clauses that share so much of their pairs of characters are one clause, reworded."""

_HAN = "一二三四五六七八九十百"
_LABELS: tuple[tuple[re.Pattern[str], Callable[[int], str]], ...] = (
    (re.compile(rf"[{_HAN}]+\s*、\s*"), lambda n: f"{chinese_number(n)}、"),
    (re.compile(rf"[（(]\s*[{_HAN}]+\s*[）)]\s*"), lambda n: f"（{chinese_number(n)}）"),
    (re.compile(r"\d{1,2}\s*[.．]\s*(?!\d)"), lambda n: f"{n}."),
    (re.compile(r"[（(]\s*\d{1,2}\s*[）)]\s*"), lambda n: f"（{n}）"),
)
"""The numbers of the four levels (GB/T 9704-2012 7.3.3), and how each is written."""


@dataclass(frozen=True)
class Clause:
    """A paragraph or a table: its number as typed (``（三）``, its level from 1), its words, empty lines behind it.

    ``restarts``: though others stand before it, it has number one. ``twin``: another text of the clause before it,
    with the same number.
    """

    label: str
    words: str
    level: int = 0
    gap: int = 0
    restarts: bool = False
    twin: bool = False

    @property
    def text(self) -> str:
        """As it stands."""
        return self.label + self.words


def clauses_of(text: str) -> list[Clause]:
    """The clauses of a text; lines of one table are one clause."""
    found: list[Clause] = []
    for line in text.rstrip("\n").split("\n"):
        if not line.strip():
            if found:
                found[-1] = replace(found[-1], gap=found[-1].gap + 1)
        elif found and not found[-1].gap and is_table_line(line) and is_table_line(found[-1].words):
            found[-1] = replace(found[-1], words=f"{found[-1].words}\n{line.strip()}")
        else:
            found.append(_clause(line.strip()))
    return _with_restarts(found)


def text_of(clauses: Sequence[Clause]) -> str:
    """The text again, with a line break at its end."""
    lines = "".join(clause.text + "\n" * (clause.gap + 1) for clause in clauses)
    return lines.rstrip("\n") + "\n" if lines else ""


def matched(old: Sequence[Clause], new: Sequence[Clause]) -> dict[int, int]:
    """Index in ``new`` → index in ``old`` of what is the same clause: word for word, or alike."""
    pairs = dict(_in_order(old, new))
    for found in (_moved(old, new, pairs), _reworded(old, new, pairs)):
        pairs.update(found)
    return pairs


def renumbered(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses with their numbers in a row."""
    counts = _no_counts()
    numbers = [_counted(clause, counts) for clause in clauses]
    return [
        replace(clause, label=_LABELS[clause.level - 1][1](number)) if clause.level else clause
        for clause, number in zip(clauses, numbers, strict=True)
    ]


def _with_restarts(clauses: Sequence[Clause]) -> list[Clause]:
    """``（一）`` behind ``（二）``, without a heading between them, begins a new row."""
    counts, found = _no_counts(), []
    for clause in clauses:
        again = clause.level > 0 and counts[clause.level] > 0 and _is_first(clause)
        found.append(replace(clause, restarts=again))
        _counted(found[-1], counts)
    return found


def _no_counts() -> list[int]:
    return [0] * (len(_LABELS) + 1)


def _counted(clause: Clause, counts: list[int]) -> int:
    """The number of a clause, counted on each level; a heading begins those below it anew."""
    if clause.level and not (clause.twin and counts[clause.level]):
        counts[clause.level + 1 :] = [0] * (len(_LABELS) - clause.level)
        counts[clause.level] = 1 if clause.restarts else counts[clause.level] + 1
    return counts[clause.level]


# ---------------------------------------------------------------- matching


def _in_order(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[tuple[int, int]]:
    matcher = SequenceMatcher(None, [one.words for one in old], [one.words for one in new], autojunk=False)
    for block in matcher.get_matching_blocks():
        yield from ((block.b + index, block.a + index) for index in range(block.size))


def _moved(old: Sequence[Clause], new: Sequence[Clause], pairs: dict[int, int]) -> dict[int, int]:
    """Clauses that stand elsewhere word for word."""
    free: dict[str, list[int]] = {}
    for index in _rest(old, pairs.values()):
        free.setdefault(old[index].words, []).append(index)
    return {index: free[new[index].words].pop(0) for index in _rest(new, pairs) if free.get(new[index].words)}


def _reworded(old: Sequence[Clause], new: Sequence[Clause], pairs: dict[int, int]) -> dict[int, int]:
    """Of what is left, the most alike first."""
    olds = {index: _pairs_of_characters(old[index]) for index in _rest(old, pairs.values())}
    news = {index: _pairs_of_characters(new[index]) for index in _rest(new, pairs)}
    scored = [(_likeness(a, b), -abs(i - j), j, i) for i, a in olds.items() for j, b in news.items()]
    found: dict[int, int] = {}
    for score, _distance, j, i in sorted(scored, reverse=True):
        if score >= ALIKE and j not in found and i not in found.values():
            found[j] = i
    return found


def _rest(clauses: Sequence[Clause], taken: Iterable[int]) -> list[int]:
    used = set(taken)
    return [index for index in range(len(clauses)) if index not in used]


def _pairs_of_characters(clause: Clause) -> Counter[str]:
    words = clause.words
    return Counter(words[index : index + 2] for index in range(max(len(words) - 1, 1)))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Dice's coefficient: 1 for the same pairs of characters, 0 for none."""
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


# ---------------------------------------------------------------- clauses


def _clause(line: str) -> Clause:
    for level, (pattern, _written) in enumerate(_LABELS, start=1):
        match = pattern.match(line)
        if match and match.end() < len(line):
            return Clause(match[0], line[match.end() :], level)
    return Clause("", line)


def _is_first(clause: Clause) -> bool:
    return bool(re.fullmatch(r"[（(]?\s*[一1]\s*[）)、.．]\s*", clause.label))
