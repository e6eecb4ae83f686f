"""A notice and its pages, side by side: what every measurement on a PDF begins with. Lengths in mm.

A line (行) of the body is 10.39 mm, a character (字) 5.56 mm as set (156 mm hold 28), one of 14 pt 4.94 mm.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from docgen.document.tree import Heading, Notice, Paragraph
from docgen.world.fonts import FontSet, Role
from measure.ink import Ink
from measure.pages import MM, Line, Page, read_pages
from measure.passages import Passages, find_passages

LINE = 29.45 * MM
CHAR = 15.75 * MM
SMALL = 14 * MM
LEFT, RIGHT, TOP, BOTTOM = 28.0, 184.0, 37.0, 262.0
MIDDLE = (LEFT + RIGHT) / 2
RED, BLACK = (1.0, 0.0, 0.0), (0.0, 0.0, 0.0)

LEAD = (29.45 - 16) / 2 * MM
"""From the upper edge of a line of the body to its em box."""
BASELINE = LEAD + 0.88 * 16 * MM
"""And to its baseline."""
TITLE_BASELINE = ((36 - 22) / 2 + 0.88 * 22) * MM
"""The same in a title of 22 pt in lines of 36 pt."""
TITLE_PITCH = 36 * MM


@dataclass(frozen=True)
class Sheet:
    """A notice, its PDF and where its parts lie there; ``names`` are the fonts that may set a role."""

    notice: Notice
    pdf: bytes
    pages: tuple[Page, ...]
    parts: Passages
    names: dict[Role, frozenset[str]]

    def in_role(self, line: Line, role: Role) -> bool:
        """Whether a line is set in the typeface of a role, or in a font that helps it out."""
        return line.fonts <= self.names[role]


def read_sheet(notice: Notice, pdf: bytes, fonts: FontSet) -> Sheet:
    """The pages of ``notice`` as set in ``fonts``. Raises ``NotFoundError`` where its words are not on them."""
    ink = Ink(fonts)
    pages = read_pages(pdf, ink)
    lent = frozenset(ink.name(face) for face in fonts.fallbacks)
    names = {role: lent | {ink.name(face)} for role, face in fonts.faces.items()}
    return Sheet(notice, pdf, pages, find_passages(notice, pages), names)


def full_pages(sheet: Sheet) -> list[Page]:
    """Pages of nothing but the body, that it goes on behind; not where a heading was carried over to the next page."""
    return [page for parts in (sheet.parts, *sheet.parts.attached) for page in _full(parts, sheet.pages)]


def _full(parts: Passages, pages: tuple[Page, ...]) -> Iterator[Page]:
    owned = {id(line) for item in parts.blocks for line in item.passage.lines}
    heads = {id(item.passage.first) for item in parts.blocks if isinstance(item.block, Heading)}
    last = parts.blocks[-1].passage.pages[-1].index if parts.blocks else 0
    for page, following in pairwise(pages):
        whole = page.lines and all(id(line) in owned for line in page.lines)
        if whole and page.index < last and id(following.lines[0]) not in heads:
            yield page


def inner_lines(sheet: Sheet) -> Iterator[Line]:
    """Full lines of paragraphs: neither the first, which is indented, nor the last."""
    for parts in (sheet.parts, *sheet.parts.attached):
        for item in parts.blocks:
            if isinstance(item.block, (Paragraph, Heading)):
                yield from item.passage.lines[1:-1]


def begins_trimmed(line: Line) -> bool:
    """A bracket or a quotation mark at the beginning of a line takes half a character."""
    return line.text[0] in "（《〈〔“‘「『【"
