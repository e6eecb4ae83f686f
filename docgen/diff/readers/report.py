"""What a reader is told: plain structured data that every format writes in its own way.

All words in it are Chinese, as the notices are.
"""

from __future__ import annotations

from typing import Literal

from docgen.diff.changes import Pieces, RowOp
from docgen.frozen import dataclass

Reader = Literal["leader", "clerk", "applicant", "all"]
"""分管领导, 经办人员, 申报人; ``all``: every change, then the texts side by side."""


@dataclass(frozen=True)
class Item:
    """One line of a section. ``pieces`` mark what changed (``same`` is plain text), ``tag`` is a word before it."""

    pieces: Pieces
    tag: str = ""
    where: str = ""


@dataclass(frozen=True)
class Section:
    """Lines under a heading."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True)
class ReportRow:
    """A row of the 新旧对照表: either side's words (``same`` and ``old``, ``same`` and ``new``), and a remark.

    ``folded`` counts the rows that did not change and are not shown here (``hidden``, for those who can unfold); then
    both sides are empty. ``level`` is that of a heading of the notice, ``part`` a heading within the table (附件1 …)
    that spans both columns. Cells of a row are parted by tabs, their lines by line feeds.
    """

    op: RowOp | Literal["folded", "part"]
    old: Pieces = ()
    new: Pieces = ()
    remark: str = ""
    folded: int = 0
    level: int = 0
    hidden: tuple[ReportRow, ...] = ()


@dataclass(frozen=True)
class Report:
    """Title, a few lines below it, sections, the table. ``columns`` are the heads of the table: 2023年, 2024年.

    ``one_page``: on paper the type is made as small as it takes.
    """

    title: str
    lead: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    rows: tuple[ReportRow, ...] = ()
    columns: tuple[str, str] = ("原文", "新文")
    one_page: bool = False
