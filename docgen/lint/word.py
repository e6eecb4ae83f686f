"""A Word file as it looks: each paragraph with the layout that its styles and its own settings come to.

A ``WordFile`` has paragraphs (numbered as Word counts them, cells included), tables and sections.

Lengths in points. What a file leaves to a theme, or does not say at all, is None: rules pass over it.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any

from docgen.diagnostics import Place
from docgen.frozen import dataclass

if TYPE_CHECKING:
    from docgen.diff.word.package import Package
    from docgen.lint.passage import Part
    from docgen.lint.word_styles import Styles


@dataclass(frozen=True)
class Look:
    """``font`` is the typeface of Chinese characters (仿宋_GB2312), ``latin`` of others; ``size`` in points.

    ``apart``: so much farther apart than usual its characters stand, in points; negative where they are condensed.
    """

    text: str
    font: str | None
    latin: str | None
    size: float | None
    bold: bool
    colour: str
    apart: float


@dataclass(frozen=True)
class Cell:
    """Where a paragraph stands in a table; all count from 1."""

    table: int
    row: int
    column: int


@dataclass(frozen=True)
class WordParagraph:
    """``left``, ``right``, ``first`` are indents (first: negative when hanging), ``before`` and ``after`` spaces.

    ``line`` is the height of its lines with ``rule`` exact or atLeast; with auto, None. ``begins_page``: a break, or a
    section's end, stands right before it, or its own setting. ``boxed``: it stands in a text box or a frame, at a place
    of its own. ``boxes``: what stands in text boxes that hang on it, which Word counts apart.
    """

    number: int
    text: str
    place: Place
    cell: Cell | None
    style: str
    align: str
    left: float
    right: float
    first: float
    before: float
    after: float
    line: float | None
    rule: str
    begins_page: bool
    looks: tuple[Look, ...]
    boxed: bool = False
    boxes: tuple[str, ...] = ()

    @property
    def size(self) -> float | None:
        """Of most of its characters."""
        found: float | None = _most((look.size, look.text) for look in self.looks)
        return found

    @property
    def font(self) -> str | None:
        """Of most of its Chinese characters."""
        found: str | None = _most((look.font, look.text) for look in self.looks)
        return found


@dataclass(frozen=True)
class WordTable:
    """``width`` as told by its columns; ``first`` its first paragraph's number; ``rows`` of cells' texts."""

    number: int
    width: float
    first: WordParagraph
    rows: tuple[tuple[str, ...], ...]
    has_header: bool
    section: Section


@dataclass(frozen=True)
class Section:
    """A page's size and margins; ``footers`` by kind (default, even, first); ``grid`` as Word says it."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    landscape: bool
    restarts_at: int | None
    first_differs: bool
    footers: Mapping[str, tuple[WordParagraph, ...]]
    grid: str = ""

    @property
    def type_width(self) -> float:
        """Of the type area."""
        return self.width - self.left - self.right


@dataclass(frozen=True)
class WordFile:
    """``parts`` is filled by recognition: paragraph number → part."""

    name: str
    main: Any = field(repr=False)
    styles: Styles = field(repr=False)
    package: Package = field(repr=False)
    paragraphs: tuple[WordParagraph, ...] = ()
    tables: tuple[WordTable, ...] = ()
    sections: tuple[Section, ...] = ()
    even_pages_differ: bool = False
    parts: Mapping[int, Part] = field(default_factory=dict)

    def of(self, *parts: Part) -> Iterator[WordParagraph]:
        """The paragraphs of these parts, in order, without those in cells."""
        return (one for one in self.paragraphs if self.parts.get(one.number) in parts)

    @property
    def has_pictures(self) -> bool:
        """Whether there is anything that has no words: pictures, drawings, objects."""
        return any(name.startswith(f"{self.package.folder}media/") for name in self.package.parts)

    @functools.cached_property
    def numbered_footers(self) -> tuple[WordParagraph, ...]:
        """The paragraphs of footers that have a page number, each once; an address with a telephone has none."""
        found = dict.fromkeys(one for section in self.sections for kind in section.footers.values() for one in kind)
        return tuple(one for one in found if re.search(r"\d", one.text) and not re.search(r"\d{5}|[:：]", one.text))


def _most(pairs: Any) -> Any:
    """The value of most characters."""
    counted: dict[Any, int] = {}
    for value, text in pairs:
        counted[value] = counted.get(value, 0) + len(text.strip())
    return max(counted, key=lambda one: counted[one]) if counted and max(counted.values()) else None
