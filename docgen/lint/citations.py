"""引用: documents that the words cite, 《title》（number）."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.lint.passage import PROSE, Passage
from docgen.lint.pattern import Pattern

if TYPE_CHECKING:
    from docgen.lint.reading import Reading


class Citation(NamedTuple):
    """《title》（number）: ``passage.text[start:end]`` is the number, whose code is 示人社发."""

    passage: Passage
    title: str
    code: str
    number: str
    start: int
    end: int


def citations(reading: Reading) -> Iterator[Citation]:
    """Every document that is cited with title and number, in order."""
    for passage in reading.of(*PROSE):
        if "》" in passage.text and "号" in passage.text:
            for match in _cited().finditer(passage.text):
                number = re.sub(r"\s+", "", match["number"])
                yield Citation(passage, match["title"], match["code"], number, *match.span("number"))


@functools.cache
def _cited() -> Pattern:
    return Pattern(
        r"《(?P<title>(?:[^《》]|《[^《》]*》)+)》\s*[（(](?P<number>(?P<code>[\u4e00-\u9fff]{2,12})\s*〔\s*\d{4}\s*〕\s*\d{1,5}\s*号)"
    )
