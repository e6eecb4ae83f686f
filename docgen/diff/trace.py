"""Which words of a notice were printed from which value.

The words are written out a second time with a mark around every ``{{ … }}``; laid beside the clauses, the marks tell
that ``3月13日（星期五）`` in the second paragraph is ``deadlines.submission | day_weekday``. So a value that changed is
not taken for a sentence that was reworded.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any

from docgen.campaign.model import Campaign
from docgen.diagnostics import Place
from docgen.diff.changes import Path, Side
from docgen.document.tree import Block, ContactLine, Heading, Paragraph, TextTable, plain
from docgen.frozen import dataclass
from docgen.sources.source_map import Loc, SourceMap

_OPEN, _MIDDLE, _CLOSE = "\ue000", "\ue001", "\ue002"
_MARKS = re.compile(f"{_OPEN}(\\d+){_MIDDLE}|{_CLOSE}")
_OWN_SIGNS = re.compile("[\ue000-\uf8ff]")

FAMILIES = ("deadlines", "quotas", "contacts", "funding", "materials", "facts", "basis", "annexes")
_NAMED = re.compile(rf"\b({'|'.join(FAMILIES)})\s*(?:\.\s*(\w+)|\[\s*['\"](\w+)['\"]\s*\])")
_ALONE = {
    "year": "year",
    "last_year": "year",
    "next_year": "year",
    "issuer": "issuer",
    "issuers": "issuer",
    "title": "title",
    "number": "number",
    "issued": "issued",
}
_ROOT = re.compile(rf"(?<![\w.'\"])({'|'.join(_ALONE)})\b")


@dataclass(frozen=True)
class Mark:
    """The characters ``start`` to ``end`` of a clause come from ``key``, an expression such as ``year``.

    ``whole``: all that the expression printed stands here, in one line.
    """

    start: int
    end: int
    key: str
    whole: bool = True


@dataclass(frozen=True)
class Trace:
    """The marks of the clauses and the places of their lines, by the clauses' ways in the tree."""

    marks: Mapping[Path, tuple[Mark, ...]] = field(default_factory=dict)
    places: Mapping[Path, Place] = field(default_factory=dict)


@functools.lru_cache(maxsize=4096)
def values_of(key: str) -> frozenset[str]:
    """The ids of the values that an expression names: ``deadlines.submission | day`` → ``deadlines.submission``."""
    named = {f"{match[1]}.{match[2] or match[3]}" for match in _NAMED.finditer(key)}
    return frozenset(named | {_ALONE[match[1]] for match in _ROOT.finditer(_NAMED.sub("", key))})


def trace(side: Side, names: Mapping[str, Any]) -> Trace:
    """Nothing where the side has no campaign, or its words cannot be followed."""
    if side.campaign is None:
        return Trace()
    from docgen.compose.faults import FAILURES

    sources = side.sources or SourceMap("")
    marks: dict[Path, tuple[Mark, ...]] = {}
    places: dict[Path, Place] = {}
    for text in _texts(side, side.campaign):
        try:
            lines = _written(text.source, names)
        except FAILURES:
            continue
        for way, line in text.laid_beside(lines):
            if found := tuple(_fitted(line, way[1])):
                marks[way[0]] = found
            if side.sources:
                places[way[0]] = sources.place_in_text(text.loc, line.number)
    return Trace(marks, places)


def names_of(side: Side) -> dict[str, Any]:
    """The names that the words use, filled in, the annexes' as they are printed; none without a campaign."""
    if side.campaign is None:
        return {}
    from docgen.compose.values import campaign_names

    names = campaign_names(side.campaign, None, side.sources or SourceMap(""), [])
    names["annexes"] = {
        annex.id: {
            "title": annex.title,
            "form_title": "".join(annex.content.title),
            "number": annex.number or "",
            "label": annex.label,
            "ref": annex.label,
        }
        for annex in side.notice.annexes
    }
    return names


# ---------------------------------------------------------------- texts and clauses


@dataclass(frozen=True)
class _Line:
    """A line as written out, without its marks; ``number`` is that of the source, from 0."""

    text: str
    marks: tuple[Mark, ...]
    number: int


@dataclass(frozen=True)
class _Text:
    """A source, where it stands, and the clauses that it becomes: their ways, their words, their lines."""

    source: str
    loc: Loc
    clauses: tuple[tuple[Path, str, int], ...]

    def laid_beside(self, lines: Sequence[_Line]) -> Iterator[tuple[tuple[Path, str], _Line]]:
        """Each clause with its line; the third part of a clause says how many lines come before the next one."""
        rest = [line for line in lines if line.text.strip()]
        at = 0
        for way, text, used in self.clauses:
            if at < len(rest):
                yield (way, text), rest[at]
            at += used


def _texts(side: Side, campaign: Campaign) -> Iterator[_Text]:
    notice = side.notice
    body = side.loaded.body if side.loaded else campaign.body
    yield _Text(body, ("body",), tuple(_clauses(notice.blocks, ("blocks",))))
    yield _Text(campaign.title, ("title",), ((("title",), "".join(notice.title), 1),))
    yield _Text("，".join(campaign.addressees), ("addressees",), ((("addressees",), notice.addressees, 1),))
    for index, (use, annex) in enumerate(zip(campaign.annexes, notice.annexes, strict=False)):
        if use.body and not hasattr(annex.content, "grids"):
            way: Path = ("annexes", index, "content", "blocks")
            yield _Text(use.body, ("annexes", index, "body"), tuple(_clauses(annex.content.blocks, way)))
    for index, (plan, attached) in enumerate(zip(campaign.attached, notice.attached, strict=False)):
        here: Path = ("attached", index)
        yield _Text(plan.body, (*here, "body"), tuple(_clauses(attached.blocks, (*here, "blocks"))))
        yield _Text(plan.title, (*here, "title"), (((*here, "title"), "".join(attached.title), 1),))
        yield _Text(plan.number, (*here, "number"), (((*here, "number"), attached.number, 1),))


def _clauses(blocks: Sequence[Block], way: Path) -> Iterator[tuple[Path, str, int]]:
    for index, block in enumerate(blocks):
        here: Path = (*way, index)
        match block:
            case Heading() | Paragraph():
                yield here, plain(block.spans), 1
            case ContactLine():
                yield here, f"{block.label}：{block.value}", 1
            case TextTable():
                yield (*here, "header"), "\t".join(block.header), 2  # and the rule below it
                yield from (((*here, "rows", row), "\t".join(cells), 1) for row, cells in enumerate(block.rows))


# ---------------------------------------------------------------- marking


def _written(source: str, names: Mapping[str, Any]) -> list[_Line]:
    """The lines of ``source`` written out. Raises what Jinja raises."""
    if "{" not in source or _OWN_SIGNS.search(source):
        return [_Line(text.strip(), (), number) for number, text in enumerate(source.split("\n"))]
    from docgen.compose.environment import rendered

    marked, keys = _marked(source)
    return list(_without_marks(rendered(marked, names), keys))


def _marked(source: str) -> tuple[str, list[str]]:
    """``source`` with marks around its expressions, and the expressions."""
    from docgen.compose.spots import expressions_of

    parts: list[str] = []
    keys: list[str] = []
    end = 0
    for offset, tag in expressions_of(source):
        parts += [source[end:offset], f"{_OPEN}{len(keys)}{_MIDDLE}", tag, _CLOSE]
        keys.append(re.sub(r"\s+", " ", tag.strip("{}-+ \n\t")))
        end = offset + len(tag)
    return "".join([*parts, source[end:]]), keys


def _without_marks(marked: str, keys: Sequence[str]) -> Iterator[_Line]:
    """The lines, their marks taken out and put down beside them; a line within a value is none of the source's."""
    key, number = "", 0
    for raw in marked.split("\n"):
        text, marks, end, start, opened_above = "", [], 0, 0, bool(key)
        for match in _MARKS.finditer(raw):
            text += raw[end : match.start()]
            end = match.end()
            if match[1]:
                key, start, opened_above = keys[int(match[1])], len(text), False
            else:
                marks.append(Mark(start, len(text), key, whole=not opened_above))
                key = ""
        text += raw[end:]
        if key:
            marks.append(Mark(start, len(text), key, whole=False))
        yield _Line(text.strip(), tuple(_moved(marks, len(text) - len(text.lstrip()))), number)
        number += not key


def _moved(marks: Sequence[Mark], by: int) -> Iterator[Mark]:
    """The marks of a line whose first ``by`` characters are left out."""
    for mark in marks:
        if mark.end > max(mark.start, by):
            yield Mark(max(0, mark.start - by), mark.end - by, mark.key, mark.whole)


def _fitted(line: _Line, text: str) -> Iterator[Mark]:
    """The marks of a line, moved to where their words stand in the clause made from it."""
    if not line.marks:
        return
    where = _walked(line.text, text)
    for mark in line.marks:
        start, end = where[mark.start], where[min(mark.end, len(line.text))]
        if _bare(text[start:end]) == _bare(line.text[mark.start : mark.end]):
            yield Mark(start, end, mark.key, mark.whole)


_ALIKE = str.maketrans(":．()", "：.（）")
_LEFT_OUT = "*|\\ \t　"


def _walked(line: str, text: str) -> list[int]:
    """For each character of ``line`` where it stands in ``text``, which lacks asterisks and is spaced otherwise."""
    where, at = [], 0
    line, text = line.translate(_ALIKE), text.translate(_ALIKE)
    for char in line:
        while at < len(text) and text[at] != char and text[at].isspace() and char not in _LEFT_OUT:
            at += 1
        where.append(at)
        if at < len(text) and (text[at] == char or char not in _LEFT_OUT):
            at += 1
    return [*where, at]


def _bare(text: str) -> str:
    return re.sub(r"[\s*|\\]", "", text)
