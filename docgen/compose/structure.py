"""The structure of the words: which line is a heading of which level, a contact line, a table, a paragraph.

Every line that is not empty is a paragraph. The four levels of GB/T 9704-2012 7.3.3 are told by their number:
``一、`` 黑体, ``（一）`` 楷体, ``1.`` and ``（1）`` 仿宋. A short first sentence is the heading, what follows
it is text; ``**…**`` behind the number says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from docgen.compose.contacts import contact_line
from docgen.compose.tables import is_table_line, table_of
from docgen.document.tree import Block, ContactLine, Heading, Paragraph, Role, Span, Spans

Level = Literal[1, 2, 3, 4]

SHORT = 30
"""A first sentence up to so many characters is a heading."""

TITLE_LIMIT = 40
"""An outline does not want more characters of a heading that is a whole sentence."""

ROLES: dict[Level, Role] = {1: "heiti", 2: "kaiti", 3: "fangsong", 4: "fangsong"}
"""The typeface of each level's heading (GB/T 9704-2012 7.3.3)."""

_CHINESE = "一二三四五六七八九十百"
_LEVELS: tuple[tuple[Level, re.Pattern[str], str], ...] = (
    (1, re.compile(rf"([{_CHINESE}]+)\s*、\s*"), "{}、"),
    (2, re.compile(rf"[（(]\s*([{_CHINESE}]+)\s*[）)]\s*"), "（{}）"),
    # Not 2.5万元; but 1.2023年… is the first point, about the year 2023.
    (3, re.compile(r"(\d{1,2})\s*[.．](?:\s+|(?!\d)|(?=\d{4}\s*年))"), "{}."),
    (4, re.compile(r"[（(]\s*(\d{1,2})\s*[）)]\s*"), "（{}）"),
)
"""Level, how its number is typed, how it is printed."""

_STRONG = re.compile(r"\*\*(.+?)\*\*")
# A line that ends so is text, or an item of a list, even if it is short.
_GOES_ON = "。；;，,：:、"
_CLAUSE = r"[，。；：,;:]"


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a body, in order."""
    lines = [line for line in (line.strip() for line in text.split("\n")) if line]
    blocks: list[Block] = []
    while lines:
        block, used = _block(lines)
        blocks.append(block)
        lines = lines[used:]
    return tuple(blocks)


def _block(lines: Sequence[str]) -> tuple[Block, int]:
    """The first block and how many lines it takes."""
    if is_table_line(lines[0]):
        table, used = table_of(lines)
        if table:
            return table, used
    return _heading(lines[0]) or _contact(lines[0]) or Paragraph(_emphasised(lines[0])), 1


def _contact(line: str) -> ContactLine | None:
    found = contact_line(line)
    return ContactLine(*found) if found else None


def _heading(line: str) -> Heading | None:
    early = line.startswith("**")
    bare = line.removeprefix("**")
    for level, pattern, printed in _LEVELS:
        match = pattern.match(bare)
        if match and match.end() < len(bare):
            rest = bare[match.end() :]
            return _numbered(level, printed.format(match[1]), _moved_in(rest) if early else rest)
    return None


def _moved_in(rest: str) -> str:
    """What follows the number in ``**（一）申报。**各单位``; the asterisks are meant for that."""
    return rest.removeprefix("**") if rest.startswith("**") else "**" + rest


def _numbered(level: Level, number: str, text: str) -> Heading:
    strong = _STRONG.match(text)
    if strong:
        title, rest = strong[1], text[strong.end() :]
    else:
        title, rest = _run_in(level, text)
    heading = Span(number + title, ROLES[level])
    if not title:
        return Heading(level, number + _clause(rest), _joined(Span(number), *_emphasised(rest)))
    return Heading(level, number + title.rstrip("。．"), _joined(heading, *_emphasised(rest)))


def _run_in(level: Level, text: str) -> tuple[str, str]:
    """The heading and what follows it; no heading if the first sentence is long, or the line an item."""
    sentence, stop, rest = text.partition("。")
    short = len(_bare(sentence)) <= SHORT
    if stop and (rest or level == 1):
        return (sentence + stop, rest) if short else ("", text)
    if level == 1:
        return text, ""
    return (text, "") if short and text[-1] not in _GOES_ON else ("", text)


def _clause(text: str) -> str:
    """The first clause of a sentence, without asterisks, for an outline."""
    clause = re.split(_CLAUSE, _bare(text), maxsplit=1)[0]
    return clause if len(clause) <= TITLE_LIMIT else clause[: TITLE_LIMIT - 1] + "…"


def _bare(text: str) -> str:
    return text.replace("**", "")


def _emphasised(text: str) -> Spans:
    """Text in 仿宋; ``**…**`` within it in 黑体."""
    parts = _STRONG.split(text)
    spans = (Span(part, "heiti" if index % 2 else "fangsong") for index, part in enumerate(parts))
    return tuple(span for span in spans if span.text)


def _joined(*spans: Span) -> Spans:
    """Neighbours in the same typeface become one span."""
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].role == span.role:
            joined[-1] = Span(joined[-1].text + span.text, span.role)
        else:
            joined.append(span)
    return tuple(joined)
