"""Documents that docgen did not make, read for the rules: a text file, line by line."""

from __future__ import annotations

from pathlib import Path

from docgen.diagnostics import Place
from docgen.lint.passage import Passage, Piece
from docgen.lint.reading import Reading
from docgen.sources.text_file import read_text


def reading_of_file(path: Path) -> Reading:
    """The file's lines as passages. Raises ``DocgenError`` (exit 3) where it cannot be read."""
    text = read_text(path)
    passages = []
    for number, line in enumerate(text.split("\n"), start=1):
        stripped = line.strip()
        if stripped:
            cut = len(line) - len(line.lstrip())
            piece = Piece(0, len(stripped), cut)
            passages.append(Passage(stripped, "body", Place(str(path), number, 1), (piece,), line=number - 1))
    return Reading(str(path), tuple(passages))
