"""主送机关, one by one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading

_NAME = Pattern(r"(?:[^，,、；;：:（(）)\s]|[（(][^（()）]*[）)])+")


class Addressee(NamedTuple):
    """``name`` is ``passage.text[start:end]``; ``mark`` is what stands before it: ， 、 or nothing."""

    passage: Passage
    start: int
    end: int
    name: str
    mark: str


def addressees_of(reading: Reading) -> Iterator[Addressee]:
    """Each name between marks; the entries of a campaign are joined by ，."""
    first = True
    for passage in reading.of("addressee"):
        end = 0
        for match in _NAME.finditer(passage.text):
            mark = passage.text[end : match.start()].strip()
            yield Addressee(passage, *match.span(), match.group(), mark or ("" if first else "，"))
            first, end = False, match.end()
