"""Where each line of a text stands in the file, so that a letter about a word points at the word."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.diagnostics import Place
from docgen.sources.yaml_nodes import Scalar


def printed_lines(scalar: Scalar, lines: Sequence[str]) -> tuple[Place, ...]:
    """The place where each line of a scalar's text begins; empty if escapes hide it.

    ``lines`` are the lines of the whole file.
    """
    if not scalar.text:
        return ()
    if scalar.style == "|":
        return _literal(scalar.text, scalar, lines)
    if scalar.start[0] == scalar.end[0]:
        return _one_line(scalar.text, scalar, lines)
    return _folded(scalar.text, scalar, lines)


def _literal(text: str, scalar: Scalar, lines: Sequence[str]) -> tuple[Place, ...]:
    """Below ``|`` each line of the file is a line of the text."""
    places = []
    for number, printed in enumerate(_split(text), start=scalar.start[0] + 1):
        written = lines[number] if number < len(lines) else ""
        places.append(Place(scalar.place.file, number + 1, max(len(written) - len(printed), 0) + 1))
    return tuple(places)


def _one_line(text: str, scalar: Scalar, lines: Sequence[str]) -> tuple[Place, ...]:
    number, column = scalar.start
    inside = lines[number][column : scalar.end[1]].find(text)
    return (Place(scalar.place.file, number + 1, column + inside + 1),) if inside >= 0 else ()


def _folded(text: str, scalar: Scalar, lines: Sequence[str]) -> tuple[Place, ...]:
    """A line of the text is made of several of the file; it begins where the file has its beginning."""
    places = []
    number = scalar.start[0]
    for printed in _split(text):
        place = scalar.place
        for at in range(number, min(scalar.end[0] + 1, len(lines))):
            piece = _piece(at, scalar, lines)
            if piece and printed.lstrip().startswith(piece):
                place = Place(scalar.place.file, at + 1, lines[at].index(piece) + 1)
                number = at + 1
                break
        places.append(place)
    return tuple(places)


def _piece(at: int, scalar: Scalar, lines: Sequence[str]) -> str:
    """What line ``at`` of the file gives to the text."""
    line = lines[at][scalar.start[1] :] if at == scalar.start[0] else lines[at]
    return line.strip().strip("\"'").strip()


def _split(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")
