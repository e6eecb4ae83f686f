"""A Word file's paragraphs as lines to be told apart; a letterhead or an imprint drawn as a table is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.language import _
from docgen.lint.passage import Part, Passage
from docgen.lint.recognise import passages_of_told, told_lines
from docgen.lint.recognise.lines import Line
from docgen.lint.recognise.shapes import BROKEN, HEADING
from docgen.lint.word import WordFile, WordParagraph

_SHORT = 40
_FEW = 8
"""Cells of a table that may be a frame for 版头, 落款 or 版记."""
_IMPRINT = re.compile(r"抄送|印发\s*$|20\d\d年\d+月\d+日印发")
_ENDS = ("。", "；", "：", ":", ";", "！", "？")
_MANY = 3
"""A title, or a line that was filled by hand, has so many pieces at most."""
_BOX = "box"
"""The source of a line that stands in a text box."""


def read_word(word: WordFile) -> tuple[WordFile, tuple[Passage, ...]]:
    """The file with its parts told apart, and its passages; footers come last."""
    told = told_lines(list(_lines(word)))
    found: dict[int, set[Part]] = {}
    for line, part, _on in told:
        if line.source != _BOX:
            found.setdefault(line.place.line or 0, set()).add(part)
    # A paragraph of several parts, broken by hand, has the look of none of them.
    parts = {number: part for number, (part, *others) in found.items() if not others}
    footers = [Passage(one.text, "page_number", one.place) for one in word.numbered_footers]
    return replace(word, parts=parts), (*passages_of_told(told), *footers)


def _lines(word: WordFile) -> Iterator[Line]:
    frames, long = _frames(word), _first_long(word)
    gap = False
    for one in _whole(word.paragraphs):
        for text in one.boxes:
            place = replace(one.place, where=_("text box at {place}").format(place=one.place.where))
            part: Part | None = None if one.number <= long or _IMPRINT.search(text) else "cell"
            yield Line(_tidy(text), place, None, gap, part, source=_BOX)
        part = "cell" if one.cell and one.cell.table not in frames else None
        pieces = list(filter(None, map(_tidy, [one.text] if one.cell else _broken(one.text))))
        for number, text in enumerate(pieces):
            yield Line(text, one.place, None, not number and (gap or one.begins_page), part)
        gap = not pieces


def _tidy(text: str) -> str:
    return re.sub(r"(?<=[.．、：:）)])\t", "", text.replace("\n", "")).replace("\t", "\u3000").strip()


def _broken(text: str) -> Iterator[str]:
    """A paragraph that was broken by hand where a sentence ends or a number begins: as if it were several.

    Pasted from a page of the web, a whole notice may be one paragraph: then its short lines stand alone, too.
    """
    pieces = text.split("\n")
    before = ""
    for piece in pieces:
        alone = len(pieces) > _MANY and len(before) < BROKEN
        if before.strip() and (alone or before.rstrip().endswith(_ENDS) or HEADING.match(piece.strip())):
            yield before
            before = ""
        before += piece
    yield before


def _whole(paragraphs: Iterable[WordParagraph]) -> Iterator[WordParagraph]:
    """A label that was broken by hand within its brackets is one paragraph."""
    before: WordParagraph | None = None
    for one in paragraphs:
        if before and before.cell and before.cell == one.cell and before.text.count("（") > before.text.count("）"):
            before = replace(before, text=before.text + one.text)
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _frames(word: WordFile) -> set[int]:
    """Tables that only put things side by side: before the title, around 抄送 and 印发, around the signature."""
    long = _first_long(word)
    found = set()
    for table in word.tables:
        cells = [cell for row in table.rows for cell in row if cell]
        inside = "".join(cells)
        if len(cells) <= _FEW and (table.first.number < long or _IMPRINT.search(inside)):
            found.add(table.number)
    return found


def _first_long(word: WordFile) -> int:
    """The number of the first long paragraph: with it the words begin."""
    return next((one.number for one in word.paragraphs if not one.cell and len(one.text) > _SHORT), 0)
