"""Two texts compared word by word: what both have, what one has in place of the other's.

The longest common run of words says what stayed. Then the cuts are moved to where a reader would make them: an
insertion begins and ends with its clause, a word or two between longer changes goes with them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from docgen.diff.changes import Piece, Pieces
from docgen.diff.words import NUMBERING, Token, Tokens, length, text_of, tokens_of
from docgen.frozen import dataclass


@dataclass(frozen=True)
class Segment:
    """A stretch that both sides have, or that one has in place of the other's."""

    old: Tokens
    new: Tokens
    same: bool


def segments_of(old: Sequence[Token], new: Sequence[Token]) -> tuple[Segment, ...]:
    """Both texts side by side, in stretches; exchanged sides give the same stretches, exchanged."""
    if _order(new) < _order(old):
        return tuple(Segment(one.new, one.old, one.same) for one in _segments(new, old))
    return tuple(_segments(old, new))


def _order(tokens: Sequence[Token]) -> tuple[int, list[str]]:
    return len(tokens), [token.text for token in tokens]


def _segments(old: Sequence[Token], new: Sequence[Token]) -> list[Segment]:
    if [token.same_as for token in old] == [token.same_as for token in new]:
        return [Segment(tuple(old), tuple(new), True)] if old else []
    from rapidfuzz.distance import Indel

    codes = Indel.opcodes([token.same_as for token in old], [token.same_as for token in new])
    found = [
        Segment(
            tuple(old[code.src_start : code.src_end]), tuple(new[code.dest_start : code.dest_end]), code.tag == "equal"
        )
        for code in codes
    ]
    whole = Segment(tuple(old), tuple(new), False)
    return [whole] if _little_in_common(found, whole) else _without_islands(_slid(_joined(found)))


_LITTLE, _LONG = 0.3, 20


def _little_in_common(found: Iterable[Segment], whole: Segment) -> bool:
    """Of two long texts that merely share some words, each is read better in one piece."""
    shared = length(token for segment in found if segment.same for token in segment.new)
    return min(length(whole.old), length(whole.new)) > _LONG and shared < _LITTLE * _size(whole)


def _joined(segments: Iterable[Segment]) -> list[Segment]:
    """Neighbours of one kind become one."""
    joined: list[Segment] = []
    for segment in segments:
        if joined and joined[-1].same == segment.same:
            joined[-1] = Segment(joined[-1].old + segment.old, joined[-1].new + segment.new, segment.same)
        else:
            joined.append(segment)
    return joined


def _slid(segments: list[Segment]) -> list[Segment]:
    """An insertion that could stand some words earlier or later stands where a clause begins or ends.

    Of “甲。乙。” → “甲。丙。乙。” it may be “。丙” or “丙。” that came; a reader says 丙。.
    """
    slid = list(segments)
    for index in range(1, len(slid) - 1):
        before, middle, after = slid[index - 1 : index + 2]
        if middle.same or (middle.old and middle.new) or not before.same or not after.same:
            continue
        slid[index - 1 : index + 2] = _best_slide(before, middle, after)
    return [segment for segment in slid if segment.old or segment.new]


def _best_slide(before: Segment, middle: Segment, after: Segment) -> list[Segment]:
    here, best, score = (before, middle, after), (before, middle, after), _neatness(middle)
    while here[0].old and (moved := _one_earlier(*here)):
        here = moved
        if _neatness(here[1]) > score:
            best, score = here, _neatness(here[1])
    here = (before, middle, after)
    while here[2].old and (moved := _one_later(*here)):
        here = moved
        if _neatness(here[1]) > score:
            best, score = here, _neatness(here[1])
    return list(best)


Three = tuple[Segment, Segment, Segment]


def _one_earlier(before: Segment, middle: Segment, after: Segment) -> Three | None:
    """The last word before the insertion goes behind it, if it is also the insertion's last."""
    words = middle.old or middle.new
    last_old, last_new = before.old[-1], before.new[-1]
    if words[-1] != last_old or last_old != last_new:
        return None
    turned = (last_old, *words[:-1])
    return (
        Segment(before.old[:-1], before.new[:-1], True),
        Segment(turned if middle.old else (), turned if middle.new else (), False),
        Segment((last_old, *after.old), (last_new, *after.new), True),
    )


def _one_later(before: Segment, middle: Segment, after: Segment) -> Three | None:
    words = middle.old or middle.new
    first_old, first_new = after.old[0], after.new[0]
    if words[0] != first_old or first_old != first_new:
        return None
    turned = (*words[1:], first_old)
    return (
        Segment((*before.old, first_old), (*before.new, first_new), True),
        Segment(turned if middle.old else (), turned if middle.new else (), False),
        Segment(after.old[1:], after.new[1:], True),
    )


_STOPS = ("。；！？;!?\n\t", "，,：:", "、")


def _neatness(segment: Segment) -> int:
    """How well the stretch ends: after a full stop best; then one that begins with a mark that joins it on."""
    words = segment.old or segment.new
    for rank, marks in enumerate(_STOPS):
        if words[-1].text in marks:
            return 2 * (len(_STOPS) - rank)
    return 1 if words[0].text in "、和与及或" else 0


def _without_islands(segments: list[Segment]) -> list[Segment]:
    """A word or two that both sides happen to share, between longer changes, read better as part of them."""
    merged = list(segments)
    for index in range(1, len(merged) - 1):
        before, middle, after = merged[index - 1 : index + 2]
        if middle.same and not before.same and not after.same and _is_island(before, middle, after):
            merged[index] = replace(middle, same=False)
    return _joined(merged)


def _is_island(before: Segment, middle: Segment, after: Segment) -> bool:
    if any(token.key or any(char.isdigit() for char in token.text) for token in middle.old):
        return False
    if any(token.text in "。；\t\n" for token in middle.old):
        return False
    size = length(token for token in middle.old if not token.light)
    around = min(_size(before), _size(after))
    return around >= (2 if size == 0 else 3 * size) and size <= 2


def _size(segment: Segment) -> int:
    return max(length(segment.old), length(segment.new))


MEASURES = frozenset(
    (
        "个", "名", "项", "份", "人", "家", "次", "天", "年", "月", "日", "时", "分", "字", "页", "元", "级", "期",
        "批", "人次", "周岁", "岁", "个月", "年度",
    )
)  # fmt: skip
"""Words that a number takes with it when it changes: of 1个 and 2个 a reader wants to see more than two digits."""


def pieces_of(segments: Iterable[Segment]) -> Pieces:
    """What both have, what only one has; a masked value that reads otherwise is shown as changed."""
    pieces: list[Piece] = []
    for segment in segments:
        if not segment.same:
            pieces += [Piece("old", text_of(segment.old)), Piece("new", text_of(segment.new))]
            continue
        for old, new in zip(segment.old, segment.new, strict=True):
            if old.text != new.text:
                pieces += _of_values(old, new)
            elif old.text in MEASURES and _after_numbers(pieces):
                pieces += [Piece("old", old.text), Piece("new", new.text)]
            else:
                pieces.append(Piece("same", old.text))
    return _compact(pieces)


def _of_values(old: Token, new: Token) -> Pieces:
    """A number of a clause whole; of a title, say, only the year that is another."""
    if old.key == new.key == NUMBERING:
        return Piece("old", old.text), Piece("new", new.text)
    return compared(old.text, new.text)


def _after_numbers(pieces: Sequence[Piece]) -> bool:
    """Whether a number just became another."""
    ends = {piece.op: piece.text[-1:] for piece in pieces[-2:]}
    return ends.keys() == {"old", "new"} and all(end.isdecimal() for end in ends.values())


def compared(old: str, new: str) -> Pieces:
    """Two plain texts, word by word."""
    return pieces_of(segments_of(tokens_of(old), tokens_of(new)))


def _compact(pieces: Iterable[Piece]) -> Pieces:
    """Neighbours of one kind become one; between two words that stay, what is gone stands before what came."""
    compact: list[Piece] = []
    gone = came = ""
    for piece in (*pieces, Piece("same", "")):
        if piece.op == "old":
            gone += piece.text
        elif piece.op == "new":
            came += piece.text
        else:
            compact += [one for one in (Piece("old", gone), Piece("new", came)) if one.text]
            gone = came = ""
            if compact and compact[-1].op == "same":
                compact[-1] = Piece("same", compact[-1].text + piece.text)
            elif piece.text:
                compact.append(piece)
    return tuple(compact)
