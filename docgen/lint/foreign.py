"""Documents that docgen did not make, read for the rules: a text file, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import Place
from docgen.lint.reading import Reading
from docgen.lint.recognise import Line, passages_of_lines
from docgen.sources.text_file import read_text


def reading_of_file(path: Path) -> Reading:
    """The file's texts as passages. Raises ``DocgenError`` (exit 3) where it cannot be read."""
    return Reading(str(path), passages_of_lines(list(_lines(read_text(path), str(path)))))


def _lines(text: str, file: str) -> Iterator[Line]:
    gap = False
    for number, source in enumerate(text.split("\n"), start=1):
        words = source.strip()
        if words:
            yield Line(words, Place(file, number, 1), len(source) - len(source.lstrip()), gap, source=source)
        gap = not words
