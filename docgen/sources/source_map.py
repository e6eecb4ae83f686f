"""Where each value was written: a side table, so that the values themselves stay plain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import NamedTuple

from docgen.diagnostics import Place
from docgen.frozen import dataclass

Loc = tuple[str | int, ...]
"""The way to a value: ("deadlines", "submission", "date"), list indexes as numbers from 0."""


class Stretch(NamedTuple):
    """Characters ``start`` to ``end`` (from 0) of a line of a text stand in the file, as they are, at ``place``."""

    start: int
    end: int
    place: Place


@dataclass(frozen=True)
class SourceMap:
    """Places of values (and of keys) in one file, by their way from the root.

    ``text_lines``: where each line of a text begins; ``stretches``: line by line, of what pieces it is made where the
    file breaks it (``>``, quotes over several lines). What lies between them is an escape, or a line's end.
    """

    file: str
    values: Mapping[Loc, Place] = field(default_factory=dict)
    keys: Mapping[Loc, Place] = field(default_factory=dict)
    text_lines: Mapping[Loc, tuple[Place, ...]] = field(default_factory=dict)
    stretches: Mapping[Loc, tuple[tuple[Stretch, ...], ...]] = field(default_factory=dict)

    def place(self, loc: Loc) -> Place:
        """Where the value at ``loc`` stands; the nearest known parent if it was never written."""
        while loc:
            if loc in self.values:
                return self.values[loc]
            loc = loc[:-1]
        return self.values.get((), Place(self.file))

    def place_of_key(self, loc: Loc) -> Place:
        """Where the key of the value at ``loc`` stands."""
        return self.keys.get(loc) or self.place(loc)

    def place_in_text(self, loc: Loc, line: int, column: int = 0) -> Place:
        """Where line ``line``, column ``column`` (both from 0) of the text at ``loc`` stands in the file."""
        broken, lines = self.stretches.get(loc, ()), self.text_lines.get(loc, ())
        for one in reversed(broken[line] if line < len(broken) else ()):
            if one.start <= column:
                return Place(one.place.file, one.place.line, (one.place.column or 1) + column - one.start)
        if line < len(lines) and lines[line].line is not None:
            start = lines[line]
            return Place(start.file, start.line, (start.column or 1) + column)
        return self.place(loc)
