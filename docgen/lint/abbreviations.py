"""简称: where the words introduce a short name （以下简称“基地”）."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.frozen import dataclass
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern

if TYPE_CHECKING:
    from docgen.lint.reading import Reading


@dataclass(frozen=True)
class Introduced:
    """``name`` as typed, its marks included; ``passage.text[start:end]`` is it; ``before`` is what it stands for.

    ``row``: which line of the body it stands in, from 0; ``bracket``: where its bracket opens.
    """

    passage: Passage
    row: int
    bracket: int
    start: int
    end: int
    before: str

    @property
    def marked(self) -> str:
        """The short name with its marks: “基地”."""
        return self.passage.text[self.start : self.end]

    @property
    def name(self) -> str:
        """The short name without marks."""
        return self.marked.strip("“”《》\"' ")


def introduced(reading: Reading) -> Iterator[Introduced]:
    """Every short name that the body introduces, in order."""
    for row, passage in enumerate(body(reading)):
        for bracket in _bracket().finditer(passage.text):
            names = list(_name().finditer(bracket["names"])) or list(_bare().finditer(bracket["names"]))
            before = passage.text[max(bracket.start() - 60, 0) : bracket.start()]
            for name in names:
                start = bracket.start("names") + name.start()
                yield Introduced(passage, row, bracket.start(), start, start + len(name[0]), before)


def body(reading: Reading) -> tuple[Passage, ...]:
    """The lines of the body."""
    return tuple(reading.of("body"))


@functools.cache
def _bracket() -> Pattern:
    return Pattern(r"[（(][^（()）]*?以?下(?:简称|统称|并称)(?:为)?[:：]?\s*(?P<names>[^（()）]+)[）)]")


@functools.cache
def _bare() -> Pattern:
    """A short name without marks: 以下简称基地."""
    return Pattern(r"^[^，。；、：:（()）]{2,14}")


@functools.cache
def _name() -> Pattern:
    return Pattern(r"“[^”]+”|《[^》]+》|\"[^\"]+\"")
