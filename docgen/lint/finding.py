"""What a rule hits, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from docgen.diagnostics import Place
from docgen.frozen import dataclass

if TYPE_CHECKING:
    from docgen.lint.passage import Passage

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From grave to slight."""


@dataclass(frozen=True)
class Hit:
    """A fault as a rule sees it: ``passage.text[start:end]``, or something at ``place`` alone.

    ``replacement`` would mend it. ``severity`` is given where it is not the rule's own.
    """

    message: str
    place: Place
    hint: str = ""
    passage: Passage | None = None
    start: int = 0
    end: int = 0
    replacement: str | None = None
    severity: Severity | None = None


def at(place: Place, message: str, hint: str = "", severity: Severity | None = None) -> Hit:
    """A fault of a value, or of several together, told at one place."""
    return Hit(message, place, hint, severity=severity)


@dataclass(frozen=True)
class Finding:
    """A hit with its rule's code, name and severity. ``code`` may also be that of a Problem (C102)."""

    code: str
    name: str
    severity: Severity
    hit: Hit

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.hit.place

    @property
    def words(self) -> str:
        """The words that are at fault; empty if it is told of a place alone."""
        return self.hit.passage.text[self.hit.start : self.hit.end] if self.hit.passage else ""
