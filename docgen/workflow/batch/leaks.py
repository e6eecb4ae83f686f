"""Proof that no unit's file holds another unit's values: each file is read back from the disk and gone through.

A text of which nothing is left but what the campaign itself says, once the unit's own values are taken out, needs no
second look. So most texts are known after the first files of a kind. Every other text is searched, character by
character, for each value that some other unit alone has (``values``).
"""

from __future__ import annotations

import datetime
import functools
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from docgen.compose.dates import full_date
from docgen.roster.unit import Unit, Value
from docgen.workflow.batch.docx_words import Member, docx_members, docx_text, paragraphs
from docgen.workflow.batch.pdf_words import pdf_texts
from docgen.workflow.batch.values import IndexFile, ValueIndex, lines_of, squeezed, values_of

_MOST_KNOWN = 20_000
"""Texts that a process keeps in mind; then it begins anew."""

_NOT_BY_CHANCE = 4
"""So many characters more, and the same as in an own value, stand beside another's value only if it is the own one."""

_FIRST_MARK = 0xF0000
"""Private characters stand for the unit's own values; no roster has those of plane 15."""


class LeakCheck:
    """The check, with what it has learnt of texts that are the same in many files.

    ``common``: all that the campaign and its forms say themselves; a value that stands there tells nothing.
    """

    def __init__(self, index: IndexFile, common: str) -> None:
        self._index = ValueIndex(index)
        self._common = squeezed(common)
        self._known_texts: set[str] = set()
        self._known_members: set[Member] = set()
        self._known_paragraphs: set[bytes] = set()
        self._own: _Own | None = None

    def owner_of_leak(self, path: Path, format: str, number: int, unit: Unit) -> int | None:
        """The number of a unit whose value stands in the file at ``path``, which is unit ``number``'s; None: of none.

        Raises UnreadableError if the file is not as docgen writes it.
        """
        if self._own is None or self._own.number != number:
            self._own = _Own(number, unit)
        own = self._own
        texts = map(_Text, pdf_texts(path)) if format == "pdf" else self._texts_of_docx(path, own)
        return next((owner for text in texts if (owner := self._owner(text, own)) is not None), None)

    def _texts_of_docx(self, path: Path, own: _Own) -> Iterator[_Text]:
        """Paragraphs, without those that are known to the letter."""
        for member, xml in docx_members(path, self._known_members):
            same = True
            for paragraph in paragraphs(xml):
                if paragraph not in self._known_paragraphs:
                    text = _Text(docx_text(paragraph))
                    yield text
                    # Whoever goes on has found nothing in it.
                    if own.taken_out(text.squeezed) == text.squeezed:
                        _keep(paragraph, self._known_paragraphs)
                    else:
                        same = False
            if same:
                _keep(member, self._known_members)

    def _owner(self, text: _Text, own: _Own) -> int | None:
        """Whose value stands in a text."""
        pattern = own.taken_out(text.squeezed)
        if pattern in self._known_texts:
            return None
        for start, end in self._candidates(text.squeezed):
            owner = self._index.owner(text.squeezed[start:end])
            if owner not in (None, own.number) and self._counts(text, start, end, own):
                return owner
        _keep(pattern, self._known_texts)
        return None

    def _candidates(self, text: str) -> Iterator[tuple[int, int]]:
        """Where something stands that is as long as some value with the same first two characters."""
        for start in range(len(text) - 1):
            for length in self._index.lengths.get(text[start : start + 2], ()):
                if start + length <= len(text):
                    yield start, start + length

    def _counts(self, text: _Text, start: int, end: int, own: _Own) -> bool:
        """Whether what stands there is a value, and no part of a longer number, the campaign's words or own values."""
        if text.squeezed[start:end] in self._common or not text.is_whole(start, end):
            return False
        return not (own.goes_on_around(text.squeezed, start, end) or self._is_side_by_side(text, start, end, own))

    def _is_side_by_side(self, text: _Text, start: int, end: int, own: _Own) -> bool:
        """Whether own values say all that stands there, or words of the campaign beside them the rest of it.

        The page of a list has 甲27 in one cell and the number 2 in the next: that is not another unit's 甲272.
        """
        covered, pieces = own.covered(text.squeezed), text.pieces(start, end)
        others = [piece for piece in pieces if not covered.issuperset(range(*piece))]
        return len(others) < len(pieces) and all(text.squeezed[at:to] in self._common for at, to in others)


class _Text:
    """A text squeezed, which remembers where there was white space, or a line ended."""

    def __init__(self, text: str) -> None:
        self._words = [word.casefold() for word in text.split()]
        self.squeezed = "".join(self._words)

    @functools.cached_property
    def _ends(self) -> set[int]:
        return set(itertools.accumulate(map(len, self._words)))

    def pieces(self, start: int, end: int) -> list[tuple[int, int]]:
        """What stands there, cut where there was white space or a line ended."""
        cuts = [start, *sorted(at for at in self._ends if start < at < end), end]
        return [*itertools.pairwise(cuts)]

    def is_whole(self, start: int, end: int) -> bool:
        """Whether no number, code or address merely contains what stands there."""
        return not (self._runs_on(start) or self._runs_on(end))

    def _runs_on(self, at: int) -> bool:
        if at in self._ends or not 0 < at < len(self.squeezed):
            return False
        return _is_latin(self.squeezed[at - 1]) and _is_latin(self.squeezed[at])


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


class _Own:
    """A unit's own values, as they may be printed, each with the mark of its column."""

    def __init__(self, number: int, unit: Unit) -> None:
        self.number = number
        marks: dict[str, str] = {}
        for number, value in enumerate(values_of(unit)):
            for text in _printed(value):
                marks.setdefault(text, chr(_FIRST_MARK + number))
        # The longest first: what is a part of another value must not be taken out of it.
        self._marks = sorted(marks.items(), key=lambda one: len(one[0]), reverse=True)

    def taken_out(self, text: str) -> str:
        """The text with marks in the place of own values: the same for all units of which the same is printed."""
        for own, mark in self._marks:
            if len(own) > 1 and own in text:
                text = text.replace(own, mark)
        return text

    def goes_on_around(self, text: str, start: int, end: int) -> bool:
        """Whether what stands there is the middle of an own value that is nowhere whole, as a page ends within it.

        Another's shorter name in the place of the own one would be followed by other words.
        """
        around = [
            text[start - before : end + _NOT_BY_CHANCE - before]
            for before in range(_NOT_BY_CHANCE + 1)
            if start >= before and end + _NOT_BY_CHANCE - before <= len(text)
        ]
        return any(wider in value for value, _mark in self._marks for wider in around)

    def covered(self, text: str) -> set[int]:
        """The places of all characters that own values say."""
        covered: set[int] = set()
        for own, _mark in self._marks:
            at = text.find(own)
            while at >= 0:
                covered.update(range(at, at + len(own)))
                at = text.find(own, at + 1)
        return covered


def _printed(value: Value) -> set[str]:
    """The ways in which a value may be printed, squeezed."""
    match value:
        case datetime.date():
            return {value.isoformat(), full_date(value)}
        case int():
            return {str(value)}
        case str():
            return {squeezed(value), *lines_of(value)} - {""}


T = TypeVar("T")


def _keep(one: T, known: set[T]) -> None:
    if len(known) >= _MOST_KNOWN:
        known.clear()
    known.add(one)
