"""发文字号 within passages: the document's own and those that it cites; the brackets around their years."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from docgen.lint.passage import Part, Passage
from docgen.lint.pattern import Pattern

OWN: tuple[Part, ...] = ("number", "letterhead", "annex_label")
"""Where the document's own number stands: on its head and, bound apart, on its annexes. Elsewhere it cites others'."""

YEARS = tuple(f"{bracket}{century}" for bracket in "[［【(（" for century in ("19", "20"))
"""How a year begins that stands in other brackets than 〔〕."""

_OPEN, _CLOSE = r"[\[［【(（]", r"[\]］】）)]"


def years_in_other_brackets(passages: Iterable[Passage]) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Every year between a code and a serial number, in any brackets but 〔〕; group 1 is the year."""
    for passage in passages:
        if passage.part != "attached":
            yield from ((passage, match) for match in _year().finditer(passage.unquoted))


@functools.cache
def _year() -> Pattern:
    return Pattern(rf"(?<=[\u4e00-\u9fff])\s*{_OPEN}\s*((?:19|20)\d\d)\s*{_CLOSE}(?=\s*(?:第\s*)?\d{{1,5}}\s*号)")
