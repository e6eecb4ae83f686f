"""Telephone numbers, mail addresses and postcodes that are typed in the words, where they can be nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from docgen.lint.passage import Part, Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading

WORDS: tuple[Part, ...] = ("body", "annex_body", "note", "form", "cell")
"""Where whoever reads a notice looks for a number to ring."""


class Typed(NamedTuple):
    """``passage.text[start:end]`` was typed, not filled in from contacts:."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """As typed."""
        return self.passage.text[self.start : self.end]


_RUN = Pattern(
    r"(?:(?:电话|手机|传真|热线)(?:号码?)?(?:为|是)?[:：]?\s*"
    r"|(?<![\dA-Za-z\-])(?=(?:010|02\d|0[3-9]\d\d)[-—－]\d{6}))"
    r"(?P<run>[（(]?[\d０-９][\d０-９OoIl（）()\-—－–‐转　 、，,/／;；]*)(?![\d年月日时元条款名人%.·])"
)
"""Behind a word for it, or with an area code wherever it stands."""
_ONE = Pattern(r"[^、，,/／;；]+")
_WHOLE = Pattern(r"[(]?(?:0\d{2,3}|1[3-9]\d{3}|[48]00).{4,}")


def typed_phones(reading: Reading) -> Iterator[Typed]:
    """The whole ones: with an area code, of a mobile, 400."""
    for one in _behind(reading, _RUN, "run"):
        for part in _ONE.finditer(one.text):
            stripped = part[0].strip("　 -—－–")
            plain = unicodedata.normalize("NFKC", stripped)
            if _WHOLE.fullmatch(plain) and plain.count("(") == plain.count(")"):
                start = one.start + part.start() + part[0].index(stripped)
                yield Typed(one.passage, start, start + len(stripped))


_POSTCODE = Pattern(r"(?:邮编|邮政编码)[:：]?\s*(?P<code>\d+)")


def typed_postcodes(reading: Reading) -> Iterator[Typed]:
    """Digits behind 邮编."""
    return _behind(reading, _POSTCODE, "code")


_BROKEN = Pattern(
    r"(?a)(?P<mail>[\w.+\-]+ ?[@＠] ?[\w\-]+(?:\.[\w\-]+)*[。，,．·](?:com|cn|net|org|gov|edu)(?![A-Za-z])"
    r"|[\w.+\-]+＠[\w\-]+(?:\.[\w\-]+)*"
    r"|[\w.+\-]+@(?:163|126|139|189|qq|sina|sohu|yeah|foxmail)(?:com|cn|net)(?![\w.]))"
)
_NO_DOMAIN = Pattern(r"(?a)(?:邮箱|信箱|邮件|E-?mail)(?:地址)?[:：]\s*(?P<mail>[\w.+\-]+@[\w\-]+)(?![\w\-.@。，,．·])")


def broken_mails(reading: Reading) -> Iterator[Typed]:
    """Mail addresses that cannot be: ＠, 163。com, 163com, without a domain."""
    yield from _behind(reading, _BROKEN, "mail")
    yield from _behind(reading, _NO_DOMAIN, "mail")


def _behind(reading: Reading, pattern: Pattern, group: str) -> Iterator[Typed]:
    for passage in reading.of(*WORDS):
        for match in pattern.finditer(passage.text):
            if not passage.is_made(*match.span(group)):
                yield Typed(passage, *match.span(group))
