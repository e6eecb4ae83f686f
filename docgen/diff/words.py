"""Words: a text cut where a reader would cut it.

A date, a time, a number, a 文号, a mail address, a URL, a telephone number and a Chinese word are one token each. What
is not known as a word stays whole between those that are.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docgen.diff.vocabulary import FUNCTION, deeds, words_by_start

_CHINESE_DIGITS = "○〇零一二三四五六七八九"
_WEEKDAY = r"(?:[（(](?:星期|周)[一二三四五六日天][）)])?"

_TOKEN = re.compile(
    rf"""
    (?P<url>https?://[\w./?=&%\#~:+-]+|www\.[\w./?=&%\#~:+-]+)
  | (?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
  | (?P<date>\d{{4}}年\d{{1,2}}月\d{{1,2}}日{_WEEKDAY} | \d{{1,2}}月\d{{1,2}}日{_WEEKDAY} | \d{{4}}年\d{{1,2}}月(?!\d)
      | \d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}(?!\d))
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

_BEFORE_NUMBER = frozenset("的了和与及或暨并而且在于对为由按以将从向到至见被把") | {
    "以及",
    "关于",
    "根据",
    "按照",
    "依据",
}
"""Words before a 文号 that are no part of its 机关代字; nor is what somebody does."""

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


@functools.lru_cache(maxsize=4096)
def tokens_of(text: str) -> Tokens:
    """The words of ``text``; joined they are the text again."""
    return tuple(Token(word) for word in _numbers_whole(list(_words(text))))


def _words(text: str) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "chinese":
            yield from _chinese_words(match.group())
        else:
            yield match.group()


_COUNTED = re.compile(
    f"([{_CHINESE_DIGITS}]{{4}}年(?:[一二三四五六七八九十]{{1,2}}月(?:[一二三四五六七八九十]{{1,3}}日)?)?"
    "|一式[一二两三四五六七八九十]+份|第[一二三四五六七八九十百]+[批届次条期项])"
)


def _chinese_words(run: str) -> Iterator[str]:
    """二○一二年二月, 一式三份 and 第二批 are words that no list could hold."""
    for index, part in enumerate(_COUNTED.split(run)):
        if part:
            yield from [part] if index % 2 else _known_words(part)


def _known_words(run: str) -> Iterator[str]:
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
    words, size = words_by_start(), len(run)
    cost = [0] * (size + 1)
    cut = [(index + 1, False) for index in range(size)]
    for start in range(size - 1, -1, -1):
        cost[start] = (_PARTICLE if run[start] in _PARTICLES else _STRANGE) + cost[start + 1]
        for word in words.get(run[start : start + 2], ()):
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
    if not _CHINESE.fullmatch(word) or word in _BEFORE_NUMBER or word in deeds():
        return False
    return len(word + code) <= _LONGEST_CODE


def text_of(tokens: Iterable[Token]) -> str:
    """The words joined."""
    return "".join(token.text for token in tokens)


def length(tokens: Iterable[Token]) -> int:
    """Characters."""
    return sum(len(token.text) for token in tokens)
