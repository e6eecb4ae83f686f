"""第一至四层的序号用“一、”“（一）”“1.”“（1）”，不自创“①”“A.”“a)”“Ⅰ.”。

四层都用过之后再往下分，可以用别的编号，不提示；选项“A.……B.……”写在一行之内的也不看。每组只提示第一个，“①”之下再分的“a.”不再提示。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.points import Section
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-013",
    name="number-of-no-level",
    title="第一至四层不自创序号",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.3",
    bad="①申报条件",
    good="（1）申报条件",
    needs=("①", "⑴", "⒈", *(f"{number}{mark}" for number in "AaIⅠ" for mark in ".．)）、")),
)


def check(reading: Reading) -> Iterator[Hit]:
    """①, A., a), I. at the beginning of a line, where not all four levels are above it."""
    for section in reading.sections:
        levels = {point.row: point.level for point in section.points}
        for index, passage in enumerate(section.passages):
            match = _first().match(passage.text)
            if not match or _depth(levels, index) == 4 or not _goes_on(section, index):
                continue
            if _is_below_another(section, levels, index, match[0]):
                continue
            message = _('"{number}" is a number of none of the four levels').format(number=match[0].strip())
            yield passage.hit(*match.span(), message, _("the levels are 一、 （一） 1. （1）"))


def _depth(levels: Mapping[int, int], index: int) -> int:
    """The level of the last numbered line above."""
    above = [at for at in levels if at < index]
    return levels[max(above)] if above else 0


def _is_below_another(section: Section, levels: Mapping[int, int], index: int, number: str) -> bool:
    """Whether it parts a ① that is told already: a. below ③."""
    top = max((at for at in levels if at < index), default=0)
    return number[0].isalpha() and any(_circled().match(one.text) for one in section.passages[top:index])


def _goes_on(section: Section, index: int) -> bool:
    """Whether a second of its kind follows."""
    return any(_is_second(passage) for passage in section.passages[index + 1 : index + 12])


def _is_second(passage: Passage) -> bool:
    return _second().match(passage.text) is not None


@functools.cache
def _circled() -> Pattern:
    return Pattern("[①-⑳⑴-⒇]")


@functools.cache
def _first() -> Pattern:
    return Pattern(r"(?:[①⑴⒈]|[Aa]\s*[.．)）、]|(?:I|Ⅰ)\s*[.．)）、])\s*(?=[\u4e00-\u9fff“《])")


@functools.cache
def _second() -> Pattern:
    return Pattern(r"(?:[②⑵⒉]|[Bb]\s*[.．)）、]|(?:II|Ⅱ)\s*[.．)）、])\s*(?=[\u4e00-\u9fff“《])")
