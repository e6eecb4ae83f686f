"""Where each line of a text stands in the file, so that a letter about a word points at the word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.diagnostics import Place
from docgen.sources.source_map import Stretch
from docgen.sources.yaml_nodes import Scalar

_QUOTES = ("'", '"')


def printed_lines(scalar: Scalar, lines: Sequence[str]) -> tuple[Place, ...]:
    """The place where each line of a scalar's text begins; empty if escapes hide it, or ``stretches`` knows it.

    ``lines`` are the lines of the whole file.
    """
    if not scalar.text or is_broken(scalar):
        return ()
    return _literal(scalar.text, scalar, lines) if scalar.style == "|" else _one_line(scalar.text, scalar, lines)


def is_broken(scalar: Scalar) -> bool:
    """Whether a line of the text may stand on several lines of the file."""
    return scalar.style != "|" and scalar.start[0] != scalar.end[0]


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


def stretches(scalar: Scalar, lines: Sequence[str]) -> tuple[tuple[Stretch, ...], ...]:
    """Of each line of a text that is broken in the file, where its pieces stand; none where escapes hide it."""
    found = []
    at = scalar.start[0]
    for printed in _split(scalar.text or ""):
        pieces, at = _pieces_of(printed, at, scalar, lines)
        found.append(pieces)
    return tuple(found)


def _pieces_of(printed: str, at: int, scalar: Scalar, lines: Sequence[str]) -> tuple[tuple[Stretch, ...], int]:
    """The pieces of one line of the text, and the line of the file behind the last of them (from 0)."""
    pieces: list[Stretch] = []
    start, behind = _next_word(printed, 0), at
    for number in range(at, min(scalar.end[0] + 1, len(lines))):
        piece, column = _piece(number, scalar, lines)
        if piece and printed.startswith(piece, start):
            end = start + len(piece)
            pieces.append(Stretch(start, end, Place(scalar.place.file, number + 1, column + 1)))
            start, behind = _next_word(printed, end), number + 1
        elif pieces:
            break
    return tuple(pieces), behind


def _next_word(printed: str, start: int) -> int:
    """A line's end in the file is a space in the text, and ``>`` keeps those before it."""
    return len(printed) - len(printed[start:].lstrip(" \t"))


def _piece(at: int, scalar: Scalar, lines: Sequence[str]) -> tuple[str, int]:
    """What line ``at`` of the file gives to the text, and its column (from 0)."""
    first, last = at == scalar.start[0], at == scalar.end[0]
    column = scalar.start[1] if first else 0
    line = lines[at][column : scalar.end[1] if last else None]
    # Quotes begin behind an anchor (&name), if there is one; below the line of > all is text.
    mark = re.match(r"(?:&\S+\s*)?(?:[\"']|>.*)?" if first else "", line)
    cut = mark.end() if mark else 0
    text = line[cut:].rstrip(" \t")
    if last and scalar.style in _QUOTES:
        text = text.removesuffix(scalar.style).rstrip(" \t")
    return text.lstrip(" \t"), column + cut + len(text) - len(text.lstrip(" \t"))


def _split(text: str) -> list[str]:
    return text.removesuffix("\n").split("\n")
