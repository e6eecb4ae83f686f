"""A Word file's paragraphs as lines to be told apart; a letterhead or an imprint drawn as a table is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from docgen.lint.passage import Passage
from docgen.lint.recognise import passages_of_told, told_lines
from docgen.lint.recognise.lines import Line
from docgen.lint.word import WordFile, WordParagraph

_SHORT = 40
_FEW = 8
"""Cells of a table that may be a frame for 版头, 落款 or 版记."""


def read_word(word: WordFile) -> tuple[WordFile, tuple[Passage, ...]]:
    """The file with its parts told apart, and its passages; footers come last."""
    told = told_lines(list(_lines(word)))
    parts = {line.place.line: part for line, part, _on in told if line.place.line}
    footers = [Passage(one.text, "page_number", one.place) for one in word.numbered_footers]
    return replace(word, parts=parts), (*passages_of_told(told), *footers)


def _lines(word: WordFile) -> Iterator[Line]:
    frames = _frames(word)
    gap = False
    for one in _whole(word.paragraphs):
        part = "cell" if one.cell and one.cell.table not in frames else None
        text = re.sub(r"(?<=[.．、：:）)])\t", "", one.text.replace("\n", "")).replace("\t", "\u3000").strip()
        if text:
            yield Line(text, one.place, None, gap or one.begins_page, part)  # type: ignore[arg-type]
        gap = not text


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
    long = next((one.number for one in word.paragraphs if not one.cell and len(one.text) > _SHORT), 0)
    found = set()
    for table in word.tables:
        cells = [cell for row in table.rows for cell in row if cell]
        inside = "".join(cells)
        if len(cells) <= _FEW and (
            table.first.number < long or re.search(r"抄送|印发\s*$|20\d\d年\d+月\d+日印发", inside)
        ):
            found.add(table.number)
    return found
