"""A report that is to stand on one page: how large its type may be, and how much of it there is room for.

The lines are counted here, not set, so that PDF and DOCX come out alike; a line holds a little less than it might, as
no line begins with a comma.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from docgen.diff.readers.parts import plain
from docgen.diff.readers.report import Item, Report, Section
from docgen.document.measure import Mm
from docgen.frozen import dataclass

SIDE, TOP, BOTTOM, FOOTER = 25.0, 25.0, 28.0, 18.0
"""Margins in mm; the number of the page stands in the lowest, so far from the edge."""
WIDTH, HEIGHT = Mm(210 - 2 * SIDE).pt, Mm(297 - TOP - BOTTOM).pt - 18
"""In pt; a line is kept in hand."""
_USED = 0.97
"""So much of a line is filled on average."""


@dataclass(frozen=True)
class Type:
    """Sizes and line heights in pt: of the text, of the title."""

    size: float
    line: float
    title: float
    title_line: float


TYPES = (Type(16, 28, 22, 36), Type(14, 24, 20, 32), Type(12, 19, 18, 28), Type(12, 17.5, 18, 28))
"""Largest first: 三号 as in a notice, 四号, 小四."""


def type_for(report: Report) -> Type:
    """The largest type in which the report stands on one page; the smallest if none does."""
    return next((one for one in TYPES if height(report, one) <= HEIGHT), TYPES[-1])


def on_one_page(report: Report) -> Report:
    """The report, shortened until it fits in the smallest type: the section of most lines gives way first."""
    whole = {section.heading: section for section in report.sections}
    shown = {section.heading: len(section.items) for section in report.sections}
    made = report
    while height(made, TYPES[-1]) > HEIGHT and max(shown.values(), default=0) > 1:
        longest = max(shown, key=lambda name: _height(made, name) if shown[name] > 1 else 0)
        shown[longest] -= 1
        made = replace(report, sections=tuple(_cut(whole[name], count) for name, count in shown.items()))
    return made


def _cut(section: Section, shown: int) -> Section:
    if shown >= len(section.items):
        return section
    more = Item(plain(f"……另有{len(section.items) - shown}处，见新旧对照表"))
    return Section(section.heading, (*section.items[:shown], more))


# ---------------------------------------------------------------- counting


def height(report: Report, type: Type) -> float:
    """Of the whole report in pt."""
    title = _lines(report.title, type.title) * type.title_line
    return title + sum(_lines(text, type.size) for text in _texts(report)) * type.line


def _texts(report: Report) -> Iterator[str]:
    yield from report.lead
    for section in report.sections:
        yield from _of_section(section)


def _of_section(section: Section) -> Iterator[str]:
    yield section.heading
    for item in section.items:
        # Two characters further in, as every paragraph begins.
        yield "　　" + item.tag + "".join(piece.text for piece in item.pieces) + item.where


def _height(report: Report, heading: str) -> int:
    section = next(one for one in report.sections if one.heading == heading)
    return sum(_lines(text, TYPES[-1].size) for text in _of_section(section))


def _lines(text: str, size: float) -> int:
    return max(1, math.ceil(_ems(text) * size / (WIDTH * _USED)))


def _ems(text: str) -> float:
    return sum(1 if unicodedata.east_asian_width(char) in "WFA" else 0.55 for char in text)
