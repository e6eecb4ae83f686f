"""What an annotation says of a value besides its type: ``Annotated[str, Length(1, 80), Like(ID)]``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.frozen import dataclass


class Refused(Exception):  # noqa: N818 (no error: it becomes a letter to the author)
    """A value that will not do. ``kind`` is the fault's name in ``letters.LETTERS``; ``facts`` are for its letter."""

    def __init__(self, kind: str, **facts: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.facts = facts


@dataclass(frozen=True)
class Before:
    """What is done to a value as typed before it is looked at: text becomes a day. It may raise ``Refused``."""

    make: Callable[[Any], Any]


@dataclass(frozen=True)
class Length:
    """A text or a list of so many characters or entries."""

    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Like:
    """A text that the pattern fits from its beginning to its end."""

    pattern: str


@dataclass(frozen=True)
class Within:
    """A number greater than ``gt``, at least ``ge``, at most ``le``."""

    gt: float | None = None
    ge: float | None = None
    le: float | None = None


Mark = Before | Length | Like | Within
