"""信函格式 (GB/T 9704-2012 10.1), told by what no other format has: red double lines, thick and thin, 170 mm wide.

A 函 may as well be issued with the head of a 文件, and has then one red line and its number in the middle. So the title
alone says nothing: two double lines do, or one below a mark without 文件 whose title says 函.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docgen.lint.genre import genre_of
from docgen.lint.pages import Page, Stroke
from docgen.lint.reading import Reading

if TYPE_CHECKING:
    from docgen.lint.word import WordFile

_KINDS = ("thickThin", "thinThick")
"""As Word calls a double line whose strokes differ; with more behind it where it is a border."""
_NARROWEST, _WIDEST = 162.0, 178.0
_FLAT, _GAP, _APART = 3.0, 2.0, 0.5
"""mm: how high a line is at most, how far two are apart at most, and how far their upper edges are at least."""


def is_letter(reading: Reading) -> bool:
    """Whether a document that docgen did not make is surely in this format."""
    if _has_mark_of_document(reading):
        return False
    lines = _double_lines(reading)
    return lines > 1 or (lines == 1 and genre_of(reading) == "函")


def _double_lines(reading: Reading) -> int:
    if reading.word:
        return _in_word(reading.word)
    return _on_page(reading.pages.pages[0]) if reading.pages else 0


def _has_mark_of_document(reading: Reading) -> bool:
    """示例市人民政府文件: some offices draw double lines below that as well."""
    heads = [passage.text for passage in reading.of("letterhead")]
    boxes = _boxes(reading.word) if reading.word else ()
    return any("".join(text.split()).endswith("文件") for text in (*heads, *boxes))


# ---------------------------------------------------------------- in a Word file


def _in_word(word: WordFile) -> int:
    """Double lines in the text; of all headers together, which are not on one page, one, and of all footers."""
    lines = sum(1 for _line in _drawn(word.main))
    return lines + sum(any(map(_has_double_line, _named(word, kind))) for kind in ("header", "footer"))


def _named(word: WordFile, kind: str) -> Iterator[bytes]:
    pattern = re.compile(rf"{re.escape(word.package.folder)}{kind}\d*\.xml")
    return (content for name, content in word.package.parts.items() if pattern.fullmatch(name))


def _has_double_line(content: bytes) -> bool:
    from docgen.diff.word.package import parsed

    if not any(kind.encode() in content for kind in _KINDS):
        return False
    return any(True for _line in _drawn(parsed(content, "")))


def _drawn(root: Any) -> Iterator[Any]:
    """Borders of paragraphs, and lines; what is there a second time, for old programs, is not counted."""
    from docgen.diff.word.names import is_fallback

    for node in root.iter("{*}pBdr", "{*}ln", "{*}stroke"):
        if not is_fallback(node) and any(map(_is_red, _colours(node))):
            yield node


def _colours(node: Any) -> Iterator[str]:
    """The colour of each double line that a node tells of."""
    from docgen.diff.word.names import local, value

    match local(node):
        case "pBdr":
            yield from (value(edge, "color") for edge in node if value(edge).startswith(_KINDS))
        case "ln" if node.get("cmpd", "") in _KINDS:
            yield from (colour.get("val", "") for colour in node.iterfind("{*}solidFill/{*}srgbClr"))
        case "stroke" if node.get("linestyle", "") in _KINDS:
            yield node.get("color") or node.getparent().get("strokecolor", "")


def _is_red(colour: str) -> bool:
    """``FF0000``, ``#c00``, ``red``; Word writes the number of a theme's colour behind it."""
    plain = (colour.split() or [""])[0].lstrip("#").lower()
    if len(plain) == 3:
        plain = "".join(2 * digit for digit in plain)
    if not re.fullmatch("[0-9a-f]{6}", plain):
        return colour.startswith("red")
    red, green, blue = (int(plain[at : at + 2], 16) for at in (0, 2, 4))
    return red >= 0xB0 and green <= 0x50 and blue <= 0x50


def _boxes(word: WordFile) -> Iterator[str]:
    from docgen.diff.word.names import T

    for box in word.main.iter("{*}txbxContent"):
        yield "".join(node.text or "" for node in box.iter(T))


# ---------------------------------------------------------------- on a page


def _on_page(page: Page) -> int:
    """Level lines as wide as those of a letter, two close to each other; some programs draw them as one shape."""
    wide = [one for one in page.strokes if _NARROWEST < one.x1 - one.x0 < _WIDEST and one.bottom - one.top < _FLAT]
    wide.sort(key=lambda one: one.top)
    groups: list[list[Stroke]] = []
    for one in wide:
        if groups and one.top - max(before.bottom for before in groups[-1]) < _GAP:
            groups[-1].append(one)
        else:
            groups.append([one])
    return sum(group[-1].top - group[0].top > _APART for group in groups)
