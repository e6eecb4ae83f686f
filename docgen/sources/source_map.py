"""Where each value was written: a side table, so that the values themselves stay plain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from docgen.diagnostics import Place
from docgen.frozen import dataclass

Loc = tuple[str | int, ...]
"""The way to a value: ("deadlines", "submission", "date"), list indexes as numbers from 0."""


@dataclass(frozen=True)
class SourceMap:
    """Places of values (and of keys) in one file, by their way from the root."""

    file: str
    values: Mapping[Loc, Place] = field(default_factory=dict)
    keys: Mapping[Loc, Place] = field(default_factory=dict)
    text_lines: Mapping[Loc, tuple[Place, ...]] = field(default_factory=dict)

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
        lines = self.text_lines.get(loc, ())
        if line < len(lines) and lines[line].line is not None:
            start = lines[line]
            return Place(start.file, start.line, (start.column or 1) + column)
        return self.place(loc)
