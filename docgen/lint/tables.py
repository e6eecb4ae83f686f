"""The tables of a document, however they were written: pipes in a campaign, cells of a Word file, tabs in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading


class Entry(NamedTuple):
    """What stands in a cell: ``passage.text[start:end]``."""

    text: str
    passage: Passage
    start: int
    end: int


Rows = tuple[tuple[Entry, ...], ...]
"""Rows of cells; in a text and a Word file a row has as many as were written."""

_RULE = Pattern(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")


def tables_of(reading: Reading) -> Iterator[Rows]:
    """Every table, first row first."""
    if reading.word:
        yield from _of_word(reading)
    elif reading.loaded or any(passage.part == "cell" for passage in reading.passages):
        yield from _of_pipes(reading)
        yield from _of_tabs(reading)


def _of_pipes(reading: Reading) -> Iterator[Rows]:
    rows: list[tuple[Entry, ...]] = []
    for passage in reading.of("body", "annex_body"):
        if passage.text.startswith("|"):
            if not _RULE.fullmatch(passage.text):
                rows.append(tuple(_piped(passage)))
        elif rows:
            yield tuple(rows)
            rows = []
    if rows:
        yield tuple(rows)


def _piped(passage: Passage) -> Iterator[Entry]:
    for match in re.finditer(r"(?<=\|)[^|]*(?=\|)", passage.text):
        inside = match.group()
        start = match.start() + len(inside) - len(inside.lstrip())
        yield Entry(inside.strip(), passage, start, start + len(inside.strip()))


def _of_tabs(reading: Reading) -> Iterator[Rows]:
    """Cells on one line are a row; lines that follow each other, a table."""
    rows: list[tuple[Entry, ...]] = []
    last = 0
    cells = (passage for passage in reading.of("cell") if passage.place.line and passage.pieces)
    for line, inside in groupby(cells, key=lambda passage: passage.place.line or 0):
        if rows and line != last + 1:
            yield tuple(rows)
            rows = []
        rows.append(tuple(_whole(passage) for passage in inside))
        last = line
    if rows:
        yield tuple(rows)


def _of_word(reading: Reading) -> Iterator[Rows]:
    assert reading.word
    where = {one.number: one.cell for one in reading.word.paragraphs if one.cell}
    cells = [(where[number], one) for one in reading.of("cell") if (number := one.place.line or 0) in where]
    for _table, inside in groupby(cells, key=lambda pair: pair[0].table):
        rows = groupby(inside, key=lambda pair: pair[0].row)
        yield tuple(tuple(_first_of_each(row)) for _row, row in rows)


def _first_of_each(row: Iterable[tuple[object, Passage]]) -> Iterator[Entry]:
    for _cell, inside in groupby(row, key=lambda pair: pair[0]):
        yield _whole(next(iter(inside))[1])


def _whole(passage: Passage) -> Entry:
    return Entry(passage.text, passage, 0, len(passage.text))
