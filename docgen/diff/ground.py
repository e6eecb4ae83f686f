"""On what ground two wordings are the same: values that changed, the year that moved, numbers that were counted anew.

A side is looked at once (``look_at``): its clauses, which words come from which value. ``Ground`` then tells, of two
stretches of words, whether a change that is reported elsewhere explains why they differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from typing import Any

from docgen.diff.changes import Clause, Side
from docgen.diff.flatten import Stretch, stretches_of
from docgen.diff.tokens import Segment
from docgen.diff.trace import Trace, names_of, trace, values_of
from docgen.diff.words import NUMBERING, Token, Tokens, text_of, tokens_of
from docgen.frozen import dataclass

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CHINESE_YEAR = re.compile("[一二][○〇零一二三四五六七八九]{3}(?=年)")
_CHINESE_DIGITS = {digit: str(value) for value, digit in enumerate("○一二三四五六七八九")} | {"〇": "0", "零": "0"}


@dataclass(frozen=True)
class Known:
    """A side looked at: its clauses in stretches, the values behind its words, its year (0 if none is known)."""

    side: Side
    stretches: tuple[Stretch, ...]
    trace: Trace
    year: int
    names: Mapping[str, Any] = field(default_factory=dict)

    @property
    def clauses(self) -> Iterable[Clause]:
        """All clauses, in order."""
        return (clause for stretch in self.stretches for clause in stretch.clauses)


def look_at(side: Side) -> Known:
    """All that is needed of a side, found once."""
    names = names_of(side)
    return Known(side, stretches_of(side.notice), trace(side, names), year_of(side), names)


def year_of(side: Side) -> int:
    """The campaign's year; of a document alone the year of its title, its number, its date."""
    if side.campaign:
        return side.campaign.year
    notice = side.notice
    for text in ("".join(notice.title), notice.number, plain_years(notice.signature.date)):
        if match := _YEAR.search(text):
            return int(match.group())
    return 0


def plain_years(text: str) -> str:
    """二○一二年 → 2012年."""
    return _CHINESE_YEAR.sub(lambda match: "".join(_CHINESE_DIGITS[digit] for digit in match.group()), text)


@dataclass(frozen=True)
class Ground:
    """What is reported elsewhere, and therefore explains a difference.

    ``years`` of both sides; ``masked`` expressions print something else on each side, ``marked`` ones are not the
    same on both; ``ids`` are the values that changed, ``alone`` of them those that one side alone has; ``pairs`` are
    words that stand for each other (附件1 and 附件2).
    """

    years: tuple[int, int] = (0, 0)
    masked: frozenset[str] = frozenset()
    marked: frozenset[str] = frozenset()
    ids: Collection[str] = frozenset()
    alone: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()

    def explains(self, segment: Segment) -> bool:
        """Whether these words differ only by what is reported elsewhere."""
        old = [token for token in segment.old if not token.light]
        new = [token for token in segment.new if not token.light]
        if not old and not new:
            return False
        if all(self.knows(token) for token in (*old, *new)):
            return True
        if self.stands_for(text_of(segment.old), text_of(segment.new)):
            return True
        return len(old) == len(new) and all(self._alike(a, b) for a, b in zip(old, new, strict=True))

    def stands_for(self, old: str, new: str) -> bool:
        """Whether the one became the other with the year, or with what the annexes are called now."""
        return old == new or (old, new) in self.pairs or self.only_the_year(old, new)

    def only_the_year(self, old: str, new: str) -> bool:
        """Whether the new text is the old one, moved on to the other year."""
        before, after = self.years
        if not before or not after or before == after:
            return False
        return _moved_on(old, before, after - before) == plain_years(new)

    def knows(self, token: Token) -> bool:
        """Whether a word is a clause's number, or comes from a value that changed."""
        return token.key == NUMBERING or any(id in self.ids for id in values_of(token.key))

    def _alike(self, old: Token, new: Token) -> bool:
        if self.knows(old) and self.knows(new):
            return True
        return self.stands_for(old.text, new.text)


def _moved_on(text: str, year: int, by: int) -> str:
    """``text`` with this year, the one before and the one after it moved on."""
    near = {str(one): str(one + by) for one in (year - 1, year, year + 1)}
    return _YEAR.sub(lambda match: near.get(match.group(), match.group()), plain_years(text))


# ---------------------------------------------------------------- values in the words


def masks(old: Known, new: Known) -> tuple[frozenset[str], frozenset[str]]:
    """Expressions that print one thing on the old side and another on the new; those and all others worth marking."""
    before, after = _printed(old), _printed(new)
    differ = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    once = {key for key in differ if len(before.get(key, ())) == len(after.get(key, ())) == 1}
    return frozenset(key for key in once if None not in before[key] | after[key]), frozenset(differ)


def _printed(known: Known) -> Mapping[str, set[str | None]]:
    """Expression → all that it prints; None where it prints several lines."""
    printed: dict[str, set[str | None]] = defaultdict(set)
    for clause in known.clauses:
        for mark in known.trace.marks.get(clause.path, ()):
            printed[mark.key].add(clause.text[mark.start : mark.end] if mark.whole else None)
            if not mark.whole:
                printed[mark.key].add(clause.text[mark.start : mark.end])
    return printed


def tokens_in(clause: Clause, known: Known, ground: Ground) -> Tokens:
    """The words of a clause; its number and the values that changed are a token each."""
    tokens: list[Token] = []
    end = len(clause.number)
    if clause.number:
        tokens.append(Token(clause.number, NUMBERING, f"{NUMBERING}{clause.level}"))
    for mark in known.trace.marks.get(clause.path, ()):
        if mark.key in ground.marked and mark.start >= end:
            tokens += tokens_of(clause.text[end : mark.start])
            text, end = clause.text[mark.start : mark.end], mark.end
            if mark.key in ground.masked:
                tokens.append(Token(text, mark.key, "\ue000" + mark.key))
            elif mark.whole:
                tokens.append(Token(text, mark.key))
            else:
                tokens += (Token(token.text, mark.key) for token in tokens_of(text))
    return (*tokens, *tokens_of(clause.text[end:]))


def sense_of(clause: Clause, known: Known, ground: Ground) -> str:
    """A clause's words without its number, its changed values and its year: what it is found again by."""
    parts, end = [], len(clause.number)
    for mark in known.trace.marks.get(clause.path, ()):
        if mark.key in ground.masked and mark.start >= end:
            parts += [clause.text[end : mark.start], _sign_of(mark.key)]
            end = mark.end
    text = "".join([*parts, clause.text[end:]])
    return _without_year(text, known.year).strip()


def _without_year(text: str, year: int) -> str:
    if not year:
        return text
    near = {str(year - 1): "\ue101", str(year): "\ue102", str(year + 1): "\ue103"}
    return _YEAR.sub(lambda match: near.get(match.group(), match.group()), text)


def _sign_of(key: str) -> str:
    """One character that stands for a value, whatever its length."""
    return chr(0xE200 + sum(ord(char) * (index + 1) for index, char in enumerate(key)) % 0x1600)


def tokens_without_year(tokens: Iterable[Token], year: int) -> str:
    """What some words are found again by."""
    return _without_year("".join(_sign_of(token.mask) if token.mask else token.text for token in tokens), year).strip()
