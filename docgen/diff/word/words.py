"""The words of a Word paragraph, character by character, each with its looks; and runs made from them again.

What is no character has one all the same, so that a comparison of texts sees it: a tab, a line feed, a page break
(form feed), for anything else (a picture, a footnote's mark) a character of the private area, equal things the same.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from docgen.diff.word.names import R_PR, Node, local, make, text_node, w

_PLAIN = {"tab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_HOLDERS = ("smartTag", "customXml", "sdt", "sdtContent", "fldSimple", "ins", "moveTo", "dir", "bdo")
_SILENT = ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd")
_NOTHING = ("rPr", "pPr", "lastRenderedPageBreak", "proofErr", "softHyphen", "sdtPr", "sdtEndPr", "del", "moveFrom")
_PRIVATE = 0xE000
_SIMPLE = ("tab", "cr", "br", "noBreakHyphen", "sym", "ptab")
"""What means the same in any file."""


class Objects:
    """A character for each thing that is none."""

    def __init__(self) -> None:
        self._known: dict[bytes, str] = {}

    def sign(self, node: Node) -> str:
        """Equal things, equal characters."""
        key = etree.tostring(node, method="c14n", exclusive=True)
        return self._known.setdefault(key, chr(_PRIVATE + len(self._known) % 6400))


@dataclass(frozen=True, eq=False)
class Letter:
    """``looks`` is the run's ``w:rPr``; ``thing`` what it is if no character; ``link`` the hyperlink around it."""

    text: str
    looks: Node | None = None
    thing: Node | None = None
    link: Node | None = None


@dataclass(eq=False)
class Words:
    """A paragraph's words. ``silent``: place → what stands before that character and is not seen (bookmarks)."""

    letters: list[Letter] = field(default_factory=list)
    silent: dict[int, list[Node]] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """As compared."""
        return "".join(letter.text for letter in self.letters)


def words_of(paragraph: Node, objects: Objects) -> Words:
    """The words of a paragraph; a field that ends where it began counts as its result."""
    words = Words()
    whole = _fields_are_whole(paragraph)
    for part in paragraph:
        _read(part, words, objects, None, whole)
    return words


def _read(node: Node, words: Words, objects: Objects, link: Node | None, whole: bool) -> None:
    match local(node):
        case "r":
            for part in node:
                _read_part(part, node.find(R_PR), words, objects, link, whole)
        case "hyperlink":
            for part in node:
                _read(part, words, objects, node, whole)
        case name if name in _HOLDERS:
            for part in node:
                _read(part, words, objects, link, whole)
        case name if name in _SILENT:
            words.silent.setdefault(len(words.letters), []).append(node)
        case name if name and name not in _NOTHING:
            words.letters.append(Letter(objects.sign(node), None, node, link))


def _read_part(part: Node, looks: Node | None, words: Words, objects: Objects, link: Node | None, whole: bool) -> None:
    """A child of a run."""
    match local(part):
        case "t" | "delText":
            words.letters += [Letter(char, looks, None, link) for char in part.text or ""]
        case "br":
            char = "\f" if part.get(w("type")) in ("page", "column") else "\n"
            words.letters.append(Letter(char, looks, part, link))
        case "fldChar" | "instrText" | "commentReference" | "annotationRef":
            if not whole or local(part) == "commentReference":
                words.silent.setdefault(len(words.letters), []).append(_run(looks, [part]))
        case name if name in _PLAIN:
            words.letters.append(Letter(_PLAIN[name], looks, part, link))
        case name if name and name not in _NOTHING:
            words.letters.append(Letter(objects.sign(part), looks, part, link))


def _fields_are_whole(paragraph: Node) -> bool:
    depth = 0
    for node in paragraph.iter(w("fldChar")):
        depth += {"begin": 1, "end": -1}.get(node.get(w("fldCharType"), ""), 0)
        if depth < 0:
            return False
    return depth == 0


# ---------------------------------------------------------------- runs again


def runs_of(letters: list[Letter], gone: bool) -> Iterator[tuple[Node | None, Node]]:
    """Runs, each with its hyperlink. What is ``gone`` comes from another file: only what means the same here."""
    start = 0
    for end in range(1, len(letters) + 1):
        if end < len(letters) and _of_one_run(letters[start], letters[end]):
            continue
        if (node := _node(letters[start:end], gone)) is not None:
            yield letters[start].link, node
        start = end


def _of_one_run(one: Letter, other: Letter) -> bool:
    return one.looks is other.looks and one.link is other.link and _in_run(one) and _in_run(other)


def _in_run(letter: Letter) -> bool:
    """Mathematics stands beside runs, not in them."""
    return letter.thing is None or letter.thing.getparent() is None or local(letter.thing.getparent()) == "r"


def _node(letters: list[Letter], gone: bool) -> Node | None:
    if not _in_run(letters[0]):
        return None if gone else copy.deepcopy(letters[0].thing)
    parts = list(_parts(letters, gone))
    return _run(letters[0].looks, parts) if parts else None


def _parts(letters: list[Letter], gone: bool) -> Iterator[Node]:
    name, text = "delText" if gone else "t", ""
    for letter in letters:
        if letter.thing is None:
            text += letter.text
            continue
        if text:
            yield text_node(name, text)
            text = ""
        if not gone or is_simple(letter):
            yield letter.thing
    if text:
        yield text_node(name, text)


def is_simple(letter: Letter) -> bool:
    """Whether it means the same in any file; a picture is found only in its own."""
    return letter.thing is None or local(letter.thing) in _SIMPLE


def _run(looks: Node | None, parts: list[Node]) -> Node:
    run = make("r")
    if looks is not None:
        run.append(copy.deepcopy(looks))
    run.extend(copy.deepcopy(part) for part in parts)
    return run
