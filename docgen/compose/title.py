"""A title broken into lines as GB/T 9704-2012 7.3.1 asks: by meaning, as a trapezoid or a lozenge.

The title is cut into words (``lexicon``, numbers with their measure word, names of offices); then the cheapest way
to lay them in lines is looked for. What costs: a break that tears a phrase, lines of very unequal length, an
hourglass, a line more than needed. ``title_lines`` in the campaign overrides all this.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Iterable, Iterator, Sequence

from docgen.compose import lexicon
from docgen.compose.widths import width_of
from docgen.frozen import dataclass

LINE_WIDTH = 20.0
"""Characters of 22 pt in the type area of 156 mm."""
LANDSCAPE_LINE_WIDTH = 29.0

TORN_WORD = 200.0
TORN_PHRASE = 15.0
BETWEEN_NOUNS = 10.0
BETWEEN_PHRASES = 4.0
UNKNOWN = 8.0
NEVER = 2000.0
HOURGLASS = 150.0
ANOTHER_LINE = 9.0
SQUARE = 16.0
SHORT_LAST_LINE = 120.0
"""What the faults of a layout cost, weighed against each other; a line two characters off the mean costs 1."""

_NUMBERED = (
    r"[^\W\d\x00-\xff〇]{0,8}[〔\[［]\d{4}[〕\]］]\d+号(?:文件)?"
    r"|\d[\d.,%]*\s?(?:年度|年|月|日|号|届|次|批|期|个|名|项|万元|万|元|级|类)?"
    r"|第[一二三四五六七八九十百\d]+(?:届|次|批|期|号|轮)"
    r"|[A-Za-z][\w.+-]*"
)
_NO_START = "的）)》〉】〕”’、，。；：！？·"
_NO_END = "（(《〈【〔“‘"


def break_title(title: str, width: float = LINE_WIDTH, names: Iterable[str] = ()) -> tuple[str, ...]:
    """The lines of ``title``, each at most ``width`` characters wide; ``names`` of offices are kept whole."""
    return _broken(title.strip(), width, tuple(sorted(names)))


@functools.lru_cache(maxsize=1024)
def _broken(title: str, width: float, names: tuple[str, ...]) -> tuple[str, ...]:
    if width_of(title) <= width:
        return (title,)
    return _Layout(title, width, names).best()


@dataclass(frozen=True)
class _Word:
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


class _Layout:
    """The search: what a break costs at every position of the title, and the cheapest set of breaks."""

    def __init__(self, title: str, width: float, names: tuple[str, ...]) -> None:
        self.title = title
        self.width = width
        self.costs = _break_costs(title, names)
        self.reach = [0.0, *itertools.accumulate(width_of(char) for char in title)]

    def best(self) -> tuple[str, ...]:
        fewest = -int(-self.reach[-1] // self.width)
        between_words = [end for end, cost in enumerate(self.costs) if cost < TORN_WORD]
        found = [self._lines(count, between_words) for count in range(fewest, fewest + 3)]
        if not any(found):  # a word longer than a line
            found = [self._lines(fewest + 1, range(1, len(self.title)))]
        _cost, ends = min(one for one in found if one)
        return tuple(self.title[a:b].strip() for a, b in zip((0, *ends), ends, strict=False))

    def _lines(self, count: int, positions: Sequence[int]) -> tuple[float, tuple[int, ...]] | None:
        """Cost and ends of the cheapest layout in ``count`` lines."""
        mean, last = self.reach[-1] / count, len(self.title)

        @functools.cache
        def rest(start: int, left: int, before: float, falling: bool) -> tuple[float, tuple[int, ...]] | None:
            options = []
            for end in self._ends(start, left, positions):
                length = self.reach[end] - self.reach[start]
                cost = (length - mean) ** 2 / 4 + _shape_cost(length, before, falling, count, left)
                tail = (0.0, ()) if left == 1 else rest(end, left - 1, length, falling or 0 < length < before)
                if tail:
                    options.append((cost + self.costs[end] + tail[0], (end, *tail[1])))
            return min(options, default=None)

        whole = rest(0, count, 0.0, False) if last else None
        return (whole[0] + ANOTHER_LINE * count, whole[1]) if whole else None

    def _ends(self, start: int, left: int, positions: Sequence[int]) -> Iterator[int]:
        """Where a line that begins at ``start`` may end, with ``left`` lines to go."""
        last = len(self.title)
        furthest = self.reach[start] + self.width
        nearest = self.reach[last] - self.width * (left - 1)
        if left == 1:
            yield from [last] if self.reach[last] <= furthest else []
        else:
            yield from (end for end in positions if start < end and nearest <= self.reach[end] <= furthest)


def _shape_cost(length: float, before: float, falling: bool, count: int, left: int) -> float:
    """Lines grow, or shrink, or grow and then shrink; they do not shrink and then grow, nor are all alike."""
    cost = HOURGLASS if falling and length > before else 0.0
    if before and length == before:
        cost += SQUARE if count == 2 else SQUARE / count
    if left == 1 and length < 4.5:
        cost += SHORT_LAST_LINE
    return cost


# ---------------------------------------------------------------- where a break would stand


def torn_by_break(title: str, position: int, names: Iterable[str] = ()) -> str:
    """The word that a break before the character at ``position`` tears, or the two characters that it must not part;
    empty if it tears none."""
    if title[position] in _NO_START or title[position - 1] in _NO_END:
        return title[position - 1 : position + 1]
    for word in _words(title, tuple(sorted(names))):
        if word.start < position < word.end:
            parts = word.text[: position - word.start], word.text[position - word.start :]
            # 申报工作 is one word, and two.
            return "" if all(part in _KNOWN for part in parts) else word.text
    return ""


def _break_costs(title: str, names: tuple[str, ...]) -> list[float]:
    """Position → cost of a break before the character there."""
    costs = [TORN_WORD] * len(title) + [0.0]
    words = _words(title, names)
    for before, after in itertools.pairwise(words):
        costs[after.start] = _cost_between(before.text, after.text)
    for match in re.finditer(r"《[^》]*》", title):
        for position in range(match.start() + 1, match.end()):
            costs[position] += TORN_PHRASE
    for position in range(1, len(title)):
        if title[position] in _NO_START or title[position - 1] in _NO_END:
            costs[position] += NEVER
    return costs


def _cost_between(before: str, after: str) -> float:
    if before in lexicon.LINKS or after in lexicon.TAILS:
        return NEVER
    if after in lexicon.LINKS or before in lexicon.OPENERS:
        return 1.0
    if after in lexicon.OPENERS or (after in lexicon.HEADS and after not in lexicon.VERBS):
        return TORN_PHRASE
    unknown = (len(before) == 1) + (len(after) == 1)
    return (0.0, UNKNOWN, 3 * UNKNOWN)[unknown] + _cost_behind(before)


def _cost_behind(before: str) -> float:
    if before in lexicon.HEADS or before in lexicon.OFFICES:
        return 1.0
    if before in lexicon.LEVELS or before.endswith("年"):
        return BETWEEN_PHRASES - 1
    if before in lexicon.VERBS:
        return 2 * BETWEEN_PHRASES
    return BETWEEN_NOUNS


def _words(title: str, names: tuple[str, ...]) -> list[_Word]:
    """The title cut up: always the longest word that is known, else a single character."""
    words: list[_Word] = []
    position = 0
    while position < len(title):
        text = _word_at(title, position, names)
        words.append(_Word(text, position))
        position += len(text)
    return words


def _word_at(title: str, position: int, names: tuple[str, ...]) -> str:
    matches = [pattern.match(title, position) for pattern in _patterns()]
    found = [match.group() for match in matches if match]
    found += [name for name in names if name and title.startswith(name, position)]
    known = (title[position : position + length] for length in range(_LONGEST, 1, -1))
    found += [word for word in known if word in _KNOWN]
    return max(found, key=len, default=title[position])


_KNOWN = frozenset(
    (
        *lexicon.OPENERS,
        *lexicon.LINKS,
        *lexicon.TAILS,
        *lexicon.VERBS,
        *lexicon.LEVELS,
        *lexicon.HEADS,
        *lexicon.NOUNS,
        *lexicon.PLACES,
    )
)
_LONGEST = max(map(len, _KNOWN))


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Numbers with their measure word, names of offices; compiled when a title is first too long for a line."""
    office = f"(?:{_any_of(lexicon.PLACES)})?(?:{_any_of(lexicon.OFFICES)})"
    return re.compile(_NUMBERED), re.compile(office)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for the longest of some words."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
