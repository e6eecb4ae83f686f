"""What rules about Word files and pages share: telling a paragraph, indents in characters, typefaces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from docgen.lint.finding import Hit, Severity, at
from docgen.lint.passage import Passage
from docgen.lint.reading import Reading

if TYPE_CHECKING:
    from docgen.lint.word import WordParagraph

HEITI = ("黑体", "SimHei", "Heiti", "HeiTi", "FandolHei", "Source Han Sans", "Noto Sans CJK")
KAITI = ("楷", "KaiTi", "Kai")
SONGTI = ("宋", "SimSun", "Song", "Ming")
XIAOBIAOSONG = ("小标宋", "XBS", "标宋")


def is_face(font: str | None, names: Iterable[str]) -> bool | None:
    """Whether a typeface is one of these; None if the file does not say which it is."""
    if not font:
        return None
    return any(name.lower() in font.lower() for name in names)


def of_paragraph(
    reading: Reading, one: WordParagraph, message: str, hint: str = "", severity: Severity | None = None
) -> Hit:
    """A finding about a paragraph; its first words are shown."""
    passage = next((passage for passage in reading.passages if passage.place == one.place), None)
    if passage is None:
        return at(one.place, message, hint, severity)
    return whole(passage, message, hint, severity)


def whole(passage: Passage, message: str, hint: str = "", severity: Severity | None = None) -> Hit:
    """A finding about all words of a passage."""
    return passage.hit(0, len(passage.text), message, hint, severity=severity)


def chars(length: float, one: WordParagraph) -> float:
    """Points in characters of the paragraph."""
    return length / (one.size or 16)


def raw(one: WordParagraph) -> str:
    """A paragraph's text with the space around it."""
    return "".join(look.text for look in one.looks)


def leading_space(one: WordParagraph) -> float:
    """Space typed before the first word, in characters; a tab counts as two."""
    space = re.match(r"\s*", raw(one))
    return sum({"\u3000": 1.0, "\t": 2.0}.get(sign, 0.5) for sign in (space.group() if space else ""))


def left_edge(one: WordParagraph) -> float:
    """Where a left-aligned paragraph's first word stands, in characters from the margin."""
    return chars(one.left + one.first, one) + leading_space(one)


def first_of_each(findings: Iterable[tuple[str, Hit]]) -> Iterator[Hit]:
    """The first finding of each kind: what is wrong with a style is wrong in every paragraph of it."""
    seen = set()
    for kind, hit in findings:
        if kind not in seen:
            seen.add(kind)
            yield hit
