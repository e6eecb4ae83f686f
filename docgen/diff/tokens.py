"""Words: a text cut where a reader would cut it, and two texts compared word by word.

A date, a time, a number, a 文号, a mail address, a URL, a telephone number and a Chinese word are one token each. What
is not known as a word stays whole between those that are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.diff.changes import Piece, Pieces
from docgen.diff.vocabulary import FUNCTION, words_by_first

_CHINESE_DIGITS = "○〇零一二三四五六七八九"
_WEEKDAY = r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?"

_TOKEN = re.compile(
    rf"""
    (?P<url>https?://[\w./?=&%\#~:+-]+|www\.[\w./?=&%\#~:+-]+)
  | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日{_WEEKDAY} | \d{{1,2}}月\d{{1,2}}日{_WEEKDAY} | \d{{4}}年\d{{1,2}}月(?!\d)
      | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d)
      | [{_CHINESE_DIGITS}]{{4}}年(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?)
  | (?P<number>〔\d{{4}}〕\s?\d*号 | \[\d{{4}}\]\s?\d*号)
  | (?P<time>\d{{1,2}}[:：]\d{{2}}(?!\d) | \d{{1,2}}时(?:\d{{1,2}}分)?(?!间))
  | (?P<phone>[（(]?0\d{{2,3}}[）)]?[-—－]?\d{{7,8}} | 1\d{{10}}(?!\d))
  | (?P<count>\d+(?:[.,]\d+)*(?:[%％‰]|万(?!名|人)|亿)?)
  | (?P<latin>[A-Za-zＡ-Ｚａ-ｚ][\w.+-]*[A-Za-z0-9]|[A-Za-zＡ-Ｚａ-ｚ])
  | (?P<space>[\t\n]|[^\S\t\n]+)
  | (?P<chinese>[\u3400-\u9fff\U00020000-\U0003ffff○〇]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.ASCII | re.DOTALL,
)  # ASCII: a Chinese character is no part of an address or a number

_BEFORE_NUMBER = frozenset(
    {
        "按照",
        "根据",
        "依据",
        "依照",
        "遵照",
        "参照",
        "转发",
        "印发",
        "执行",
        "贯彻",
        "落实",
        "关于",
        "以及",
        "和",
        "与",
        "及",
        "或",
        "的",
        "由",
        "以",
        "对",
        "在",
        "发布",
        "颁布",
        "见",
    }
)
"""Words before a 文号 that are no part of its 机关代字."""

_LONGEST_CODE = 8
_SHORT_NAME = 3
_CHINESE = re.compile(r"[\u3400-\u9fff]+")

LIGHT = frozenset(
    "，。、；：！？,.;:!?·…—－-~“”‘’\"'（）()《》〈〉【】［］[]〔〕 　\t\n的了和与及或暨并而且等以及并且或者同时"
)
"""Punctuation and words that bear no sense of their own."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word. ``key`` names the value that it was printed from; ``mask`` stands for it where the value has changed."""

    text: str
    key: str = ""
    mask: str = ""

    @property
    def same_as(self) -> str:
        """Two tokens with this in common are the same word."""
        return self.mask or self.text

    @property
    def light(self) -> bool:
        """Whether it is mere punctuation, or a word such as 和."""
        return all(char in LIGHT for char in self.text)


Tokens = tuple[Token, ...]

NUMBERING = "#"
"""The key of a clause's own number: who comes after an inserted clause was not reworded."""


def tokens_of(text: str) -> Tokens:
    """The words of ``text``; joined they are the text again."""
    return tuple(Token(word) for word in _numbers_whole(list(_words(text))))


def _words(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "chinese":
            yield from _chinese_words(match.group())
        else:
            yield match.group()


def _chinese_words(run: str) -> Iterator[str]:
    """As few words as can be; what stands between known ones, whole."""
    cut = _cuts(run)
    start = gap = 0
    while start < len(run):
        end, known = cut[start]
        if known:
            yield from _unknown(run[gap:start], alone=False)
            yield run[start:end]
            gap = end
        start = end
    yield from _unknown(run[gap:], alone=gap == 0)


_WORD, _PARTICLE, _STRANGE = 10, 11, 13
"""What a known word, a particle and an unknown character cost; the cheapest way to cut is taken."""

_PARTICLES = "的了和与及或于在"


def _cuts(run: str) -> list[tuple[int, bool]]:
    """For each place where a word may begin: where it ends, and whether it is known."""
    words, size = words_by_first(), len(run)
    cost = [0] * (size + 1)
    cut = [(index + 1, False) for index in range(size)]
    for start in range(size - 1, -1, -1):
        cost[start] = (_PARTICLE if run[start] in _PARTICLES else _STRANGE) + cost[start + 1]
        for word in words.get(run[start], ()):
            end = start + len(word)
            if end <= size and cost[end] + _WORD < cost[start] and run.startswith(word, start):
                cost[start], cut[start] = _WORD + cost[end], (end, True)
    return cut


def _unknown(gap: str, alone: bool) -> Iterator[str]:
    """A stretch without known words. A short one that stands ``alone`` is a name."""
    if not gap or (alone and len(gap) <= _SHORT_NAME + 1):
        yield from [gap] if gap else []
        return
    bare = gap.strip(FUNCTION)
    if not bare:
        yield from gap
        return
    start = gap.index(bare)
    yield from gap[:start]
    yield from [bare] if len(bare) <= _SHORT_NAME else (part for part in _SPLIT.split(bare) if part)
    yield from gap[start + len(bare) :]


_SPLIT = re.compile(f"([{FUNCTION}])")


def _numbers_whole(words: list[str]) -> list[str]:
    """人社部发 and 〔2011〕123号 become one word."""
    whole: list[str] = []
    for word in words:
        if word[0] in "〔[" and word[-1] == "号":
            code = ""
            while whole and _part_of_code(whole[-1], code):
                code = whole.pop() + code
            whole.append(code + word)
        else:
            whole.append(word)
    return whole


def _part_of_code(word: str, code: str) -> bool:
    return bool(_CHINESE.fullmatch(word)) and word not in _BEFORE_NUMBER and len(word + code) <= _LONGEST_CODE


# ---------------------------------------------------------------- two texts


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


def length(tokens: Iterable[Token]) -> int:
    """Characters."""
    return sum(len(token.text) for token in tokens)


def pieces_of(segments: Iterable[Segment]) -> Pieces:
    """What both have, what only one has; a masked value that reads otherwise is shown as changed."""
    pieces: list[Piece] = []
    for segment in segments:
        if not segment.same:
            pieces += [Piece("old", text_of(segment.old)), Piece("new", text_of(segment.new))]
            continue
        for old, new in zip(segment.old, segment.new, strict=True):
            if old.text == new.text:
                pieces.append(Piece("same", old.text))
            elif old.key == new.key == NUMBERING:
                pieces += [Piece("old", old.text), Piece("new", new.text)]
            else:  # a title, say, of which only the year is another
                pieces += compared(old.text, new.text)
    return _compact(pieces)


def compared(old: str, new: str) -> Pieces:
    """Two plain texts, word by word."""
    return pieces_of(segments_of(tokens_of(old), tokens_of(new)))


def text_of(tokens: Iterable[Token]) -> str:
    """The words joined."""
    return "".join(token.text for token in tokens)


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
