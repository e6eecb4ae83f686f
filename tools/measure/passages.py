"""Where the parts of a notice lie on its pages: the lines of its number, title, paragraphs, signature, imprint.

A part is found by its words, going down the pages in order, so that a line is taken for what it is and not for
what it looks like. A part that is nowhere to be found is an error: nothing is measured on a wrong line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.document.tree import (
    Annex,
    Block,
    ContactLine,
    Form,
    Heading,
    Letterhead,
    Notice,
    Paragraph,
    TextTable,
    plain,
)
from docgen.render.geometry import imprint_geometry
from measure.pages import Line, Page


@dataclass(frozen=True)
class Passage:
    """Consecutive lines that say one thing, each with its page."""

    lines: tuple[Line, ...]
    pages: tuple[Page, ...]

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def page(self) -> Page:
        return self.pages[0]


@dataclass(frozen=True)
class Written:
    """A block of the body and its lines."""

    block: Block
    passage: Passage


@dataclass(frozen=True)
class Bound:
    """An annex as bound in: its label, its title where it has one above its content."""

    annex: Annex
    label: Passage
    title: Passage | None


@dataclass(frozen=True)
class Passages:
    """The parts of a notice, in order; None or empty where it has none. ``signers``: the lines of 签发人."""

    mark: Passage | None
    number: Passage | None
    signers: tuple[Passage, ...]
    title: Passage
    addressees: Passage | None
    blocks: tuple[Written, ...]
    entries: tuple[Passage, ...]
    issuers: tuple[Passage, ...]
    date: Passage | None
    notes: tuple[Passage, ...]
    attached: tuple[Passages, ...]
    annexes: tuple[Bound, ...]
    imprint: tuple[Passage, ...]


class NotFoundError(LookupError):
    """Words that ought to be on the pages are not."""


def find_passages(notice: Notice, pages: tuple[Page, ...]) -> Passages:
    """All parts of ``notice``; raises ``NotFoundError`` naming the first words that are missing."""
    return _parts(notice, _Way(pages))


def _parts(notice: Notice, way: _Way) -> Passages:
    head = notice.letterhead
    mark = way.find("".join(head.marks) + head.suffix) if head and len(head.marks) == 1 else None
    number = [way.find(row) for row in _number_rows(head, notice.number)] if head and notice.number else []
    return Passages(
        mark=mark,
        number=number[-1] if number else None,
        signers=tuple(number) if head and head.signers else (),
        title=way.find("".join(notice.title)),
        addressees=way.find(notice.addressees) if notice.addressees else None,
        blocks=tuple(Written(block, way.find(words_of(block))) for block in notice.blocks if words_of(block)),
        entries=tuple(way.find(words) for words in _entries(notice)),
        issuers=tuple(way.find(name) for name in notice.signature.issuers),
        date=way.find(notice.signature.date) if notice.signature.date else None,
        notes=tuple(way.find(note) for note in notice.notes),
        attached=tuple(_parts(other, way) for other in notice.attached),
        annexes=tuple(_annex(annex, way) for annex in notice.annexes),
        imprint=tuple(way.find(row) for row in _imprint_rows(notice)),
    )


def words_of(block: Block) -> str:
    """What a block prints, as one string; empty for a table, whose cells are lines of their own."""
    match block:
        case Paragraph() | Heading():
            return plain(block.spans)
        case ContactLine():
            return f"{block.label}：{block.value}"
        case TextTable():
            return ""


def compact(text: str) -> str:
    """Without white space."""
    return re.sub(r"\s+", "", text)


# ---------------------------------------------------------------- the way down the pages


class _Way:
    """Goes down the lines of all pages; what was found is behind it."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._lines = [(line, page) for page in pages for line in page.lines]
        self._at = 0

    def find(self, words: str) -> Passage:
        wanted = compact(words)
        for start in range(self._at, len(self._lines)):
            end = self._end(start, wanted)
            if end:
                self._at = end
                found = self._lines[start:end]
                return Passage(tuple(line for line, _ in found), tuple(page for _, page in found))
        raise NotFoundError(words)

    def _end(self, start: int, wanted: str) -> int:
        """Behind the last line of ``wanted`` if it begins with line ``start``; 0 if it does not."""
        said = ""
        for index in range(start, len(self._lines)):
            said += self._lines[index][0].text
            if said == wanted:
                return index + 1
            if not wanted.startswith(said):
                return 0
        return 0


def _number_rows(head: Letterhead, number: str) -> Iterator[str]:
    """The number; where there is 签发人, its lines, of which the last begins with the number."""
    pairs = [head.signers[i : i + 2] for i in range(0, len(head.signers), 2)] or [()]
    for i, names in enumerate(pairs):
        label = "签发人：" if head.signers and i == 0 else ""
        yield (number if i == len(pairs) - 1 else "") + label + "".join(names)


def _entries(notice: Notice) -> Iterator[str]:
    for i, entry in enumerate(notice.annex_entries):
        number = "" if entry.number is None else f"{entry.number}."
        yield f"{'附件：' if i == 0 else ''}{number}{entry.title}"


def _annex(annex: Annex, way: _Way) -> Bound:
    label = way.find(annex.label)
    content = annex.content
    cover = isinstance(content, Form) and content.cover is not None
    return Bound(annex, label, None if cover else way.find("".join(content.title)))


def _imprint_rows(notice: Notice) -> Iterator[str]:
    if notice.imprint is None:
        return
    yield from imprint_geometry(notice.imprint).copies
    if notice.imprint.printer or notice.imprint.printed:
        yield notice.imprint.printer + notice.imprint.printed
