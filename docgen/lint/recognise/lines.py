"""The lines of a document, and how far they have been told apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.lint.passage import Part, Piece

if TYPE_CHECKING:
    from docgen.lint.pages import PageLine


@dataclass(frozen=True)
class Line:
    """``text`` without the space around it; ``column`` (from 0) where it begins, None where nothing was typed in lines.

    ``gap``: an empty line or a page's end before it. ``part`` is given where the file itself says what it is.
    ``origin``: the lines on a page that it was put together from. ``pieces``: the lines of the file, if it is several.
    """

    text: str
    place: Place
    column: int | None = None
    gap: bool = False
    part: Part | None = None
    source: str = ""
    origin: tuple[PageLine, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def cells(self, tabs: int) -> list[Line]:
        """Those of a table's row as programs write it into text; none if there are fewer than so many ``tabs``."""
        if self.source.count("\t") < tabs:
            return []
        found = []
        for match in re.finditer(r"[^\t]+", self.source):
            text = match.group().strip()
            if text:
                cut = len(match.group()) - len(match.group().lstrip())
                found.append(replace(self, text=text, column=match.start() + cut, part="cell", source=self.source))
        return found


Told = tuple[Line, Part, bool]
"""A line, its part, and whether it goes on the passage before it."""


class Lines:
    """Gone through once, from above to below: whoever knows the line at hand tells its part.

    ``annexes``: what 附件说明 calls the annexes, as ``plain`` writes it.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self.all = list(lines)
        self.at = 0
        self.told: list[Told] = []
        self.annexes: set[str] = set()
        self._parts: set[Part] = set()

    @property
    def line(self) -> Line:
        """The one at hand; there has to be one."""
        return self.all[self.at]

    def peek(self, ahead: int = 0) -> Line | None:
        """The line at hand, or one behind it; None behind the last."""
        index = self.at + ahead
        return self.all[index] if index < len(self.all) else None

    def ahead(self, start: int, end: int) -> list[Line]:
        """Those of the lines from ``start`` to before ``end`` that there are; 0 is the one at hand."""
        return self.all[self.at + start : self.at + end]

    def tell(self, part: Part, goes_on: bool = False) -> None:
        """The line at hand is this, if the file itself does not say what it is; ``goes_on``: with the one before it."""
        line = self.line
        self.told.append((line, line.part or part, goes_on and line.part is None))
        self._parts.add(line.part or part)
        self.at += 1

    def tell_cells(self, cells: Sequence[Line]) -> None:
        """The line at hand is a table's row, and has these cells."""
        self.all[self.at : self.at + 1] = cells
        for _cell in cells:
            self.tell("cell")

    def split(self, first: str, second: str, offset: int) -> None:
        """Make two of the line at hand; the second was typed ``offset`` characters behind the first."""
        line = self.line
        column = None if line.column is None else line.column + offset
        self.all[self.at : self.at + 1] = [
            replace(line, text=first, pieces=()),
            replace(line, text=second, column=column, pieces=()),
        ]

    def has_told(self, *parts: Part) -> bool:
        """Whether any line so far is one of these."""
        return not self._parts.isdisjoint(parts)

    def has_just_told(self, *parts: Part, within: int = 3) -> bool:
        """Whether one of the last lines is one of these."""
        return any(part in parts for _line, part, _on in self.told[-within:])
