"""A passage: one paragraph, heading, cell or line as its reader sees it, and where each of its characters was typed."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Literal, NamedTuple

from docgen.compose.spots import TAG
from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.sources.source_map import Loc, SourceMap, Stretch

if TYPE_CHECKING:
    from docgen.lint.finding import Hit, Severity

Part = Literal[
    "number",  # 发文字号
    "title",  # 标题
    "addressee",  # 主送机关
    "body",  # 正文, headings and tables' lines included
    "annex_note",  # 附件说明 (documents that docgen did not make)
    "signature",  # 署名
    "date",  # 成文日期
    "note",  # 附注
    "copies_to",  # 抄送机关
    "imprint",  # 印发机关和印发日期
    "letterhead",  # 份号、密级、紧急程度、签发人
    "annex_label",  # 附件1
    "annex_title",
    "annex_body",
    "form",  # labels, hints, guides, notes of a form
    "cell",  # a cell of a Word file's table
    "page_number",
    "attached",  # another office's notice that is forwarded: its words are not ours to mend
    "value",  # a value of the campaign, from which words are made
]

PROSE: tuple[Part, ...] = ("title", "addressee", "body", "annex_body", "note", "form", "cell")
"""Where running Chinese text stands."""


class Piece(NamedTuple):
    """``text[start:end]`` was typed at ``column`` (from 0) of the line; with ``made`` an expression there wrote it.

    ``row``: so many lines below the passage's first, where a document, or the file, broke a paragraph or a title.
    """

    start: int
    end: int
    column: int
    made: bool = False
    row: int = 0


@dataclass(frozen=True)
class Passage:
    """``text`` is what is printed; ``place`` where its line begins in a file, or its paragraph or page number.

    ``loc`` is the way to its value in the campaign or the form, ``line`` which line of that value it is (from 0).
    Offsets count characters from 0. What stands between 《》 or “” and what is a web or mail address, a telephone
    number or a time of day is kept from rules that look at ``bare``.
    """

    text: str
    part: Part
    place: Place
    pieces: tuple[Piece, ...] = ()
    loc: Loc = ()
    line: int = 0
    source: str = field(default="", repr=False)

    @functools.cached_property
    def bare(self) -> str:
        """``text`` with U+FFFC for each character that is quoted or belongs to an address, a number, a time."""
        return _masked(self.text, KEPT)

    @functools.cached_property
    def unquoted(self) -> str:
        """``text`` with U+FFFC for each character within 《》 or “”."""
        return _masked(self.text, QUOTED)

    @functools.cached_property
    def untitled(self) -> str:
        """``text`` with U+FFFC for each character within 《》."""
        return _masked(self.text, TITLES)

    def place_of(self, offset: int) -> Place:
        """Where the character was typed, or the expression that made it."""
        if self.place.line is None or not self.pieces:
            return self.place
        piece = self._piece(offset)
        column = piece.column if piece.made else piece.column + offset - piece.start
        return Place(self.place.file, self.place.line + piece.row, (self.place.column or 1) + column)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether all of ``text[start:end]`` stands in the file as it is printed."""
        if not self.pieces:
            return False
        piece = self._piece(start)
        return not piece.made and end <= piece.end

    def is_made(self, start: int, end: int) -> bool:
        """Whether all of ``text[start:end]`` was written by one expression."""
        if not self.pieces:
            return False
        piece = self._piece(start)
        return piece.made and end <= piece.end

    def hit(
        self,
        start: int,
        end: int,
        message: str,
        hint: str = "",
        replacement: str | None = None,
        severity: Severity | None = None,
    ) -> Hit:
        """A fault in ``text[start:end]``; ``replacement`` would mend it, for rules that fix.

        What stands within “” is told, but not mended: whether the original has it so, nobody here can know.
        """
        from docgen.lint.finding import Hit

        place = self.place_of(start)
        typed = replacement is not None and self.is_typed(start, end) and not self._is_quoted(start, end)
        return Hit(message, place, hint, self, start, end, replacement if typed else None, severity)

    def _is_quoted(self, start: int, end: int) -> bool:
        found = re.finditer(_QUOTATION, self.text) if "“" in self.text else ()
        return any(match.start() < start and end < match.end() for match in found)

    def _piece(self, offset: int) -> Piece:
        index = bisect.bisect_right([piece.start for piece in self.pieces], offset) - 1
        return self.pieces[max(index, 0)]


# ---------------------------------------------------------------- what is not touched

_QUOTATION = r"“[^“”]*(?:“[^“”]*”[^“”]*)*”"
TITLES = re.compile("《[^《》]*(?:《[^《》]*》[^《》]*)*》")

QUOTED = re.compile(rf"{TITLES.pattern}|{_QUOTATION}")
"""Titles and quotations."""

KEPT = re.compile(
    QUOTED.pattern + r"|(?a:(?:https?://|www\.)[\w\-./?%&=#:~+@]+)"  # web addresses, not the Chinese words around them
    r"|(?a:[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+)"  # mail addresses
    r"|(?<!\d)(?:0\d{2,3}[-—－–]\d{7,8}(?:[-—－–转]\d{1,6})?|1[3-9]\d{9}|400[-—]\d{3,4}[-—]\d{3,4})(?!\d)"  # telephones
    r"|(?<![\d:：])\d{1,2}[:：][0-5]\d(?![\d:：])"  # times of day
)
"""All that rules about words and punctuation leave alone."""


def _masked(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda match: "\ufffc" * len(match.group()), text)


# ---------------------------------------------------------------- from what was typed


def passages_of(
    text: str, source: str, part: Part, loc: Loc, sources: SourceMap, written: Loc | None = None
) -> Iterator[Passage]:
    """The lines of ``text``, which was written out from ``source``; ``written``: what ``sources`` calls its ``loc``."""
    way = loc if written is None else written
    places, broken = sources.text_lines.get(way, ()), sources.stretches.get(way, ())
    for number, line, typed, pieces in _aligned(text.split("\n"), source.split("\n")):
        stripped = line.strip()
        if not stripped:
            continue
        cut = len(line) - len(line.lstrip())
        own = _cut(pieces, cut, cut + len(stripped))
        if typed is not None and typed < len(broken) and broken[typed]:
            place, own = broken[typed][0].place, _broken(own, broken[typed])
        elif typed is not None and typed < len(places):
            place = places[typed]
        else:
            place, own = sources.place(loc), ()
        words = source.split("\n")[typed] if typed is not None else ""
        yield Passage(stripped, part, place, own, loc, number, words)


def _broken(pieces: tuple[Piece, ...], stretches: Sequence[Stretch]) -> tuple[Piece, ...]:
    """The same where the file breaks the line; what the file does not have as it is printed counts as ``made``."""
    first = stretches[0].place
    found = []
    for piece in pieces:
        end = piece.column + (1 if piece.made else piece.end - piece.start)
        edges = {edge for one in stretches for edge in one[:2] if piece.column < edge < end}
        for start, stop in itertools.pairwise(sorted({piece.column, end, *edges})):
            one = next((one for one in reversed(stretches) if one.start <= start), stretches[0])
            made = piece.made or start >= one.end
            column = (one.place.column or 1) - (first.column or 1) + start - one.start
            until = piece.end if piece.made else piece.start + stop - piece.column
            row = (one.place.line or 1) - (first.line or 1)
            found.append(Piece(piece.start + start - piece.column, until, column, made, row))
    return tuple(found)


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[Piece, ...]:
    kept = []
    for piece in pieces:
        begin, stop = max(piece.start, start), min(piece.end, end)
        if begin < stop:
            column = piece.column if piece.made else piece.column + begin - piece.start
            kept.append(Piece(begin - start, stop - start, column, piece.made))
    return tuple(kept)


Aligned = tuple[int, str, int | None, tuple[Piece, ...]]


def _aligned(printed: list[str], typed: list[str]) -> Iterator[Aligned]:
    """Each printed line with its number, the typed line that it comes from, and its pieces."""
    at = 0
    for number, line in enumerate(printed):
        found = next(((i, p) for i in range(at, len(typed)) if (p := _pieces(line, typed[i])) is not None), None)
        if found:
            at = found[0] + 1
            yield number, line, found[0], found[1]
        else:
            # One expression may write several lines (contact lines): they are all its own.
            maker = next((i for i in range(max(at - 1, 0), len(typed)) if TAG.fullmatch(typed[i].strip())), None)
            made = () if maker is None else (Piece(0, len(line), _indent(typed[maker]), True),)
            yield number, line, maker, made


def _pieces(line: str, typed: str) -> tuple[Piece, ...] | None:
    """How the printed line is made of the typed one; None if it is not."""
    if "{" not in typed:
        return (Piece(0, len(line), 0),) if line == typed else None
    if line.strip() and TAG.fullmatch(typed.strip()):
        return None
    pieces: list[Piece] = []
    at = column = 0
    tags = [*TAG.finditer(typed), None]
    for index, tag in enumerate(tags):
        literal = typed[column : tag.start() if tag else len(typed)]
        last = tag is None
        found = _found(line, literal, at, first=index == 0, last=last)
        if found is None:
            return None
        if found > at and index:
            before = tags[index - 1]
            pieces.append(Piece(at, found, before.start() if before else 0, True))
        if literal:
            pieces.append(Piece(found, found + len(literal), column))
        at = found + len(literal)
        column = tag.end() if tag else column
    return tuple(pieces) if at == len(line) else None


def _found(line: str, literal: str, at: int, *, first: bool, last: bool) -> int | None:
    if first:
        return 0 if line.startswith(literal) else None
    if last:
        start = len(line) - len(literal)
        return start if start >= at and line.endswith(literal) else None
    found = line.find(literal, at)
    return found if found >= 0 else None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
