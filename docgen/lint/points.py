"""Points: the lines that begin with a number of one of the four levels, however the number is typed."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from docgen.language import _
from docgen.lint.passage import Passage

if TYPE_CHECKING:
    from docgen.lint.finding import Hit
    from docgen.lint.pattern import Pattern
    from docgen.lint.reading import Reading

Level = Literal[1, 2, 3, 4]

CHINESE = "一二三四五六七八九十百"
_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")}


class Point(NamedTuple):
    """``passage.text[start:end]`` is the number with its marks; ``row`` which line of its text it is, from 0."""

    passage: Passage
    level: Level
    ordinal: int
    start: int
    end: int
    row: int

    @property
    def mark(self) -> str:
        """The number as typed, with its marks."""
        return self.passage.text[self.start : self.end]

    @property
    def rest(self) -> str:
        """What follows the number."""
        return self.passage.text[self.end :].strip()


@dataclass(frozen=True, eq=False)
class Section:
    """The body, or an annex that is a text."""

    passages: tuple[Passage, ...]

    @functools.cached_property
    def points(self) -> tuple[Point, ...]:
        """The numbered lines, in order."""
        found = (_point(passage, row) for row, passage in enumerate(self.passages))
        return tuple(point for point in found if point)


def sections_of(reading: Reading) -> tuple[Section, ...]:
    """The texts in which numbers follow one another: the body, each annex."""
    found: list[list[Passage]] = [[]]
    before: object = None
    for passage in reading.passages:
        if passage.part not in ("body", "annex_body"):
            if passage.part not in ("cell", "page_number"):
                before = None
            continue
        belongs = (passage.place.file, passage.loc[:2])
        if belongs != before:
            found.append([])
        before = belongs
        found[-1].append(passage)
    return tuple(Section(tuple(section)) for section in found if section)


def lines(reading: Reading) -> Iterator[Passage]:
    """Every line of the texts in which numbers stand."""
    return (passage for section in reading.sections for passage in section.passages)


def _point(passage: Passage, row: int) -> Point | None:
    for level, pattern in _patterns():
        match = pattern.match(passage.text)
        if match:
            mark = match[0].removeprefix("**").rstrip()
            start = passage.text.index(mark)
            return Point(passage, level, ordinal_of(match[1]), start, start + len(mark), row)
    return None


def ordinal_of(text: str) -> int:
    """12 for 12 and for 十二."""
    return int(text) if text.isdecimal() else number_of(text)


def number_of(chinese: str) -> int:
    """12 for 十二; up to 百."""
    hundreds, found, rest = chinese.rpartition("百")
    value = (_DIGITS.get(hundreds, 1) if found else 0) * 100
    tens, ten, ones = rest.rpartition("十")
    value += (_DIGITS.get(tens, 1) if ten else 0) * 10
    return value + _DIGITS.get(ones[-1:], 0)


@functools.cache
def _patterns() -> tuple[tuple[Level, re.Pattern[str]], ...]:
    """As docgen itself reads numbers, and as they are mistyped."""
    return (
        (1, re.compile(rf"(?:\*\*)?([{CHINESE}]+)\s*[、.．]\s*(?=\S)")),
        (2, re.compile(rf"(?:\*\*)?[（(]\s*([{CHINESE}]+)\s*[）)]\s*")),
        (3, re.compile(r"(?:\*\*)?(\d{1,2})\s*(?:[.．](?!\d)|、(?!\s*\d)|[.．](?=\d{4}\s*年))\s*(?=\S)")),
        (4, re.compile(r"(?:\*\*)?[（(]\s*(\d{1,2})\s*[）)]\s*(?=\S)")),
    )


def marks_behind(reading: Reading, numbered: Pattern) -> Iterator[Hit]:
    """Punctuation between a number in brackets (the pattern's first group) and its text (the second: the mark)."""
    for passage in lines(reading):
        match = numbered.match(passage.text)
        if match:
            message = _('a punctuation mark stands behind "{number}"').format(number=match[1])
            yield passage.hit(*match.span(2), message, _("delete it: the brackets set the number off"), "")
