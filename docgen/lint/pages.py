"""The pages of any PDF, as far as rules ask for them: lines of text, ruled lines. Lengths in mm, from the upper left.

A ``Page`` has lines (``PageLine``) of characters (``Char``), and ruled lines (``Stroke``).
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.language import _

if TYPE_CHECKING:
    from docgen.lint.passage import Part

THIN = 1.2
"""mm: what is thinner is a ruled line."""
_GAP = 0.9
"""A gap so wide (in em) is a space."""


class Char(NamedTuple):
    """A character; ``y`` is its baseline, ``x0`` to ``x1`` the room it takes, ``size`` the em in mm."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: str
    spaced: bool


@dataclass(frozen=True, eq=False)
class PageLine:
    """Characters on one baseline, without white space; of a table, those of one cell."""

    chars: tuple[Char, ...]
    page: int
    cell: tuple[float, float] | None = None

    @property
    def in_table(self) -> bool:
        """Whether ruled lines stand on both sides of it: its ``cell`` lies between them."""
        return self.cell is not None

    @functools.cached_property
    def text(self) -> str:
        """Its words; a space where Latin words have one, and where a gap is as wide as a character."""
        return "".join(_spaced(self.chars))

    @property
    def x0(self) -> float:
        """Where it begins."""
        return self.chars[0].x0

    @property
    def x1(self) -> float:
        """Where it ends."""
        return self.chars[-1].x1

    @property
    def y(self) -> float:
        """Its baseline."""
        return self.chars[0].y

    @property
    def size(self) -> float:
        """Of its largest character."""
        return max(char.size for char in self.chars)


class Stroke(NamedTuple):
    """A ruled line, or the outline of a box."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def upright(self) -> bool:
        """Whether it is a line from above to below."""
        return self.x1 - self.x0 < THIN < self.bottom - self.top

    @property
    def level(self) -> bool:
        """Whether it is a line from left to right."""
        return self.bottom - self.top < THIN < self.x1 - self.x0


@dataclass(frozen=True)
class Page:
    """``number`` counts from 1; ``lines`` from above to below; ``turned``: characters that do not stand upright."""

    number: int
    width: float
    height: float
    lines: tuple[PageLine, ...]
    strokes: tuple[Stroke, ...] = ()
    turned: tuple[Char, ...] = ()
    pictures: int = 0

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


@dataclass(frozen=True)
class Pages:
    """All pages of the PDF called ``name``. ``parts``: line → part, where the document's text was told apart."""

    name: str
    pages: tuple[Page, ...]

    @functools.cached_property
    def parts(self) -> Mapping[PageLine, Part]:
        """What each line of text belongs to, told from the words and their order."""
        from docgen.lint.page_text import told_of

        return {line: part for one, part, _on in told_of(self) for line in one.origin}

    def of(self, *parts: Part) -> Iterator[PageLine]:
        """The lines of these parts, page by page."""
        return (line for page in self.pages for line in page.lines if self.parts.get(line) in parts)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def place(self, page: int) -> Place:
        """Where to tell what is wrong with a page."""
        return Place(self.name, page, None, _("page {page}").format(page=page))

    @functools.cached_property
    def fonts(self) -> dict[str, str]:
        """Every font's name as the file has it, with the characters that it sets."""
        found: dict[str, dict[str, None]] = {}
        for page in self.pages:
            for line in page.lines:
                for char in line.chars:
                    found.setdefault(char.font, {})[char.text] = None
        return {name: "".join(chars) for name, chars in found.items()}


def _spaced(chars: tuple[Char, ...]) -> Iterator[str]:
    before: Char | None = None
    for char in chars:
        if before is not None:
            latin = char.spaced and f"{before.text}{char.text}".isascii() and f"{before.text}{char.text}".isalnum()
            if latin or char.x0 - before.x1 > _GAP * char.size:
                yield " "
        yield char.text
        before = char
