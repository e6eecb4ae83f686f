"""括号、引号、书名号有左就有右，左右不弄反。

一段引文分成几段的（每段开头有左引号、末段才有右引号）不报；“1）”一类的序号不报；一半全角一半半角的由 PUNC-002 管。
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator
from typing import NamedTuple

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Part, Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.sources.source_map import Loc

RULE = Rule(
    code="PUNC-010",
    name="mark-without-partner",
    title="括号、引号、书名号成对",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 4.8；4.9；4.15",
    bad="（联系人：张某",
    good="（联系人：张某）",
    needs=tuple("（）()“”《》〔〕【】"),
)


_CLOSING = {"）": "（", "”": "“", "》": "《", "〕": "〔", "】": "【"}
_OPENING = frozenset(_CLOSING.values())
_FULL = {"(": "（", ")": "）"}
_NEAR = 3
"""A partner may stand so many paragraphs further on."""


class _Lone(NamedTuple):
    """A mark that has no partner in its paragraph."""

    passage: Passage
    row: int
    at: int
    mark: str


def check(reading: Reading) -> Iterator[Hit]:
    """（ without ）, and the other way round."""
    for row in _rows(reading):
        lone = [one for number, passage in enumerate(row) for one in _alone(passage, number)]
        for one in _left_over(lone):
            if _goes_on(one, row):
                continue
            message = _('"{mark}" has no partner').format(mark=one.mark)
            hint = _("write the other one, or take this one out")
            yield one.passage.hit(one.at, one.at + 1, message, hint)


def _rows(reading: Reading) -> Iterator[list[Passage]]:
    """The texts in which a quotation may go on in the next paragraph; whatever else there is stands alone."""
    for section in reading.sections:
        yield list(section.passages)
    for _key, lines in itertools.groupby(reading.of("title", "addressee", "note", "form"), _value):
        yield list(lines)


def _value(passage: Passage) -> tuple[str, Loc, Part]:
    """What the lines of one value have in common; in a form each line may be an item of a list."""
    is_item = bool(passage.loc) and isinstance(passage.loc[-1], int)
    return passage.place.file, passage.loc[:-1] if is_item else passage.loc, passage.part


def _alone(passage: Passage, row: int) -> Iterator[_Lone]:
    """Titles and quotations that are whole are passed over, with all that is in them."""
    opened: list[_Lone] = []
    for match in _marks().finditer(passage.unquoted):
        at = match.start()
        one = _Lone(passage, row, at, _FULL.get(match.group(), match.group()))
        if one.mark in _OPENING:
            opened.append(one)
        else:
            partner = next((other for other in reversed(opened) if other.mark == _CLOSING[one.mark]), None)
            if partner:
                yield from opened[opened.index(partner) + 1 :]
                del opened[opened.index(partner) :]
            elif not _is_number(passage.text, at):
                yield one
    yield from opened


def _is_number(text: str, at: int) -> bool:
    """1） at the beginning of a line or behind a mark."""
    return text[at] in "）)" and _number().search(text[:at]) is not None


@functools.cache
def _marks() -> Pattern:
    return Pattern("[（）()“”《》〔〕【】]")


@functools.cache
def _number() -> Pattern:
    return Pattern(r"(?:^|[\s，。；：、:;,）”])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})$")


def _goes_on(one: _Lone, row: list[Passage]) -> bool:
    """A quotation over several paragraphs begins each of them with its mark."""
    following = row[one.row + 1 : one.row + 2]
    return one.mark == "“" and bool(following) and following[0].text.startswith("“")


def _left_over(lone: list[_Lone]) -> list[_Lone]:
    """Those that have no partner in one of the next paragraphs, either."""
    left: list[_Lone] = []
    for one in lone:
        begun = [other for other in left if other.mark == _CLOSING.get(one.mark) and 0 < one.row - other.row <= _NEAR]
        if begun:
            left = [other for other in left if other not in begun]
        else:
            left.append(one)
    return left
