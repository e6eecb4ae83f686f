"""What a person has still to settle in a file: ``# TODO(docgen)`` comments, and conflicts between two texts.

``docgen new`` leaves both. Open TODOs make a draft of what is built; an open conflict cannot be built at all, because
both texts would be printed.
"""

from __future__ import annotations

import re
from typing import NamedTuple

TODO = "# TODO(docgen)"
"""Begins such a comment; several may stand behind one another at the end of a line."""

OURS, MIDDLE, THEIRS = "<<<<<<< 本地", "=======", ">>>>>>> 上级"
"""The lines around two texts of which one has to go."""

_TODO = r"(?m)#\s*TODO\(docgen\)[ \t:：]*(.*?)(?=#\s*TODO\(docgen\)|$)"
_BEGIN = re.compile(r"^[ \t]*(#?)[ \t]*<{7}(?: |$)")


class Todo(NamedTuple):
    """An open point: its line, counted from 1, and what is to be done."""

    line: int
    text: str


class Conflict(NamedTuple):
    """Two texts for one thing: the line of the first mark, counted from 1; whether it stands in comments only."""

    line: int
    commented: bool


def open_todos(text: str) -> list[Todo]:
    """The ``# TODO(docgen)`` comments of a file, in order."""
    found = re.finditer(_TODO, text) if "TODO(docgen)" in text else ()
    return [Todo(_line_of(match, text), match[1].strip()) for match in found]


def open_conflicts(text: str) -> list[Conflict]:
    """The conflicts that nobody has settled yet, in order."""
    found = ((number, _BEGIN.match(line)) for number, line in enumerate(text.split("\n"), start=1))
    return [Conflict(number, bool(match[1])) for number, match in found if match]


def _line_of(match: re.Match[str], text: str) -> int:
    return text.count("\n", 0, match.start()) + 1
