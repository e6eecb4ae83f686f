"""The lines of a document that docgen did not make, told apart: number, title, addressee, body, signature, annexes.

    head → addressee → body → (annex_note, signature, date, note, copies_to, imprint) → annexes

Good notices come in many shapes: copied from the web the number stands below the title, and letterhead, signature or
imprint are missing; converted from a PDF every line stands alone. What is not recognised is body, in which rules look
for words only. Each file here takes the lines that it knows and stops at what it does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.lint.passage import Part, Passage, Piece
from docgen.lint.recognise.annexes import tell_annexes
from docgen.lint.recognise.body import tell_body
from docgen.lint.recognise.front import tell_front
from docgen.lint.recognise.lines import Line, Lines, Told
from docgen.lint.recognise.web_page import without_navigation


def told_lines(lines: Sequence[Line]) -> list[Told]:
    """Every line with its part, but for what a web page has around a notice."""
    untold = Lines(without_navigation([line for line in lines if line.text]))
    tell_front(untold)
    tell_body(untold)
    tell_annexes(untold)
    return untold.told


def passages_of_told(told: Sequence[Told]) -> tuple[Passage, ...]:
    """A title, and a paragraph over several lines, become one passage."""
    return tuple(_joined(group, part) for group, part in _grouped(told))


def _grouped(told: Sequence[Told]) -> Iterator[tuple[list[Line], Part]]:
    group: list[Line] = []
    part: Part = "body"
    for line, own, goes_on in told:
        if group and not (goes_on and own == part):
            yield group, part
            group = []
        group.append(line)
        part = own
    if group:
        yield group, part


def _joined(group: Sequence[Line], part: Part) -> Passage:
    first = group[0]
    text, pieces = "", []
    for line in group:
        if line.column is not None:
            row = (line.place.line or 0) - (first.place.line or 0)
            for piece in line.pieces or (Piece(0, len(line.text), line.column),):
                start, end = len(text) + piece.start, len(text) + piece.end
                pieces.append(Piece(start, end, piece.column, False, row + piece.row))
        text += line.text
    number = max((first.place.line or 1) - 1, 0)
    return Passage(text, part, first.place, tuple(pieces), line=number, source=first.source)
