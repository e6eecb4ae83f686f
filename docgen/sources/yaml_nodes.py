"""What a YAML file says, piece by piece, each piece with its place: scalars, sequences, mappings, aliases.

Reads PyYAML's parser events rather than its nodes: events still know which text was plain, which tag was
written by hand and which value is an alias, and reading them cannot run away (``[[[[…``, a million aliases).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn

import yaml

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.text_file import control_message

DEEPEST = 50
"""Levels of lists and mappings within each other; a form needs seven."""
MOST_NODES = 100_000
"""Values in one file, those that aliases repeat counted each time."""
NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""Plain scalars that stand for no value at all; everything else is a text as typed."""


@dataclass(frozen=True)
class Scalar:
    """A text, or None where nothing is written; lines and columns of its span count from 0."""

    text: str | None
    place: Place
    style: str
    start: tuple[int, int]
    end: tuple[int, int]


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Mapping:
    """Keys and values; each key once."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place


@dataclass(frozen=True)
class Alias:
    """``*name``: the same value again."""

    target: Node
    place: Place


Node = Scalar | Sequence | Mapping | Alias


@dataclass(frozen=True)
class Weight:
    """How many values a node stands for, aliases followed, and how many levels."""

    nodes: int = 1
    levels: int = 1


class NodeReader:
    """Builds the tree; what is wrong but does not stop it gathers in ``problems``.

    ``document`` raises yaml.MarkedYAMLError where the text is not YAML, DocgenError where it is too much.
    """

    def __init__(self, text: str, file: str, letter: str) -> None:
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._events: Iterator[yaml.Event] = iter(yaml.parse(text, loader))
        self._lines = text.split("\n")
        self._file = file
        self._letter = letter
        self._anchors: dict[str, tuple[Node, Weight] | None] = {}
        self._read = 0
        self.problems: list[Problem] = []

    def document(self) -> Node | None:
        """The one document of the file; None if there is none."""
        next(self._events)  # the stream's start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        root, _weight = self._node(next(self._events), depth=1)
        next(self._events)  # the document's end
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            message = _("a second document begins here; one file holds one")
            self._wrong(Code.SEVERAL_DOCUMENTS, message, after, _("delete the line ---, or make two files"))
        return root

    def _node(self, event: yaml.Event, depth: int) -> tuple[Node, Weight]:
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth)
        assert isinstance(event, yaml.NodeEvent)
        self._count(1, depth, event)
        if getattr(event, "tag", None) is not None:
            message = _("a type written by hand (!…) is not read")
            self._wrong(Code.TAG, message, event, _("delete it; put a text that begins with ! in quotes"))
        if event.anchor is not None:
            self._anchors[event.anchor] = None  # open: an alias to it would stand in itself
        node, weight = self._content(event, depth)
        if event.anchor is not None:
            self._anchors[event.anchor] = (node, weight)
        return node, weight

    def _content(self, event: yaml.NodeEvent, depth: int) -> tuple[Node, Weight]:
        match event:
            case yaml.ScalarEvent():
                return self._scalar(event), Weight()
            case yaml.SequenceStartEvent():
                return self._sequence(event, depth)
            case _:
                return self._mapping(event, depth)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        style = event.style or ""
        text = None if not style and event.value in NOTHING else event.value
        if message := control_message(text or ""):  # written as "\x07"
            self._wrong(Code.CONTROL_CHARACTER, message, event, _("delete it"))
        end = event.end_mark
        assert end is not None
        return Scalar(text, self._place(event), style, _start(event), (end.line, end.column))

    def _sequence(self, start: yaml.NodeEvent, depth: int) -> tuple[Node, Weight]:
        parts = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            parts.append(self._node(event, depth + 1))
        return Sequence(tuple(node for node, _w in parts), self._place(start)), _sum(w for _n, w in parts)

    def _mapping(self, start: yaml.NodeEvent, depth: int) -> tuple[Node, Weight]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        weights = []
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, key_weight = self._node(event, depth + 1)
            value, weight = self._node(next(self._events), depth + 1)
            weights += [key_weight, weight]
            if text := self._key(key, event):
                if text in entries:
                    self._same_key(text, entries[text][0], event)
                assert isinstance(key, Scalar)
                entries.setdefault(text, (key, value))
        return Mapping(tuple(entries.values()), self._place(start)), _sum(weights)

    def _key(self, key: Node, event: yaml.Event) -> str | None:
        """The text of a key; None, and a letter, if it is none."""
        if not isinstance(key, Scalar) or not key.text:
            self._wrong(Code.ODD_KEY, _("a key must be a text"), event, self._key_hint(event))
            return None
        if "：" in key.text and not key.style:
            line, column = _start(event)
            place = Place(self._file, line + 1, column + 1 + key.text.index("："))
            message, hint = full_width_colon()
            self.problems.append(Problem(f"{self._letter}{Code.SYNTAX}", message, place, hint))
            return None
        if key.text == "<<" and not key.style:
            message = _("merge keys (<<) are not read")
            self._wrong(Code.MERGE_KEY, message, event, _("write the values out"))
            return None
        return key.text

    def _key_hint(self, event: yaml.Event) -> str:
        line, column = _start(event)
        if "{{" in self._lines[line][max(column - 1, 0) : column + 2]:
            return jinja_hint()
        return _("write a word, a colon and a space before the value")

    def _same_key(self, text: str, first: Scalar, event: yaml.Event) -> None:
        message = _('the key "{key}" is written twice, the first time in line {line}').format(
            key=text, line=first.place.line
        )
        self._wrong(Code.SAME_KEY, message, event, _("keep one of them"))

    def _alias(self, event: yaml.AliasEvent, depth: int) -> tuple[Node, Weight]:
        name = event.anchor or ""
        found = self._anchors.get(name)
        if found is None:
            message = _("*{name} repeats a value marked &{name}, but there is none above").format(name=name)
            if name in self._anchors:
                message = _("*{name} stands within the value that it repeats").format(name=name)
            self._wrong(Code.ALIAS, message, event, _("put a text that begins with * in quotes"))
            return Scalar("*" + name, self._place(event), "*", (0, 0), (0, 0)), Weight()
        node, weight = found
        self._count(weight.nodes, depth + weight.levels - 1, event)
        return Alias(node, self._place(event)), weight

    def _count(self, nodes: int, depth: int, event: yaml.Event) -> None:
        self._read += nodes
        if depth > DEEPEST:
            message = _("lists and mappings stand in each other more than {n} deep").format(n=DEEPEST)
            self._stop(Code.TOO_MUCH, message, event)
        if self._read > MOST_NODES:
            message = _("the file has more than {n} values, aliases counted").format(n=MOST_NODES)
            self._stop(Code.TOO_MUCH, message, event)

    def _place(self, event: yaml.Event) -> Place:
        line, column = _start(event)
        return Place(self._file, line + 1, column + 1)

    def _wrong(self, code: Code, message: str, event: yaml.Event, hint: str = "") -> None:
        self.problems.append(Problem(f"{self._letter}{code}", message, self._place(event), hint))

    def _stop(self, code: Code, message: str, event: yaml.Event) -> NoReturn:
        self._wrong(code, message, event)
        raise DocgenError(self.problems, Exit.CAMPAIGN)


def jinja_hint() -> str:
    """To YAML, ``{{`` opens a mapping."""
    return _("put the whole value in quotes: {example}").format(example='"{{ year }}年"')


def full_width_colon() -> tuple[str, str]:
    """To YAML, ``：`` is a part of the text."""
    return _("a full-width colon ends the key"), _('write ":" and a space')


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 0."""
    mark = event.start_mark
    assert mark is not None
    return mark.line, mark.column


def _sum(weights: Iterator[Weight] | list[Weight]) -> Weight:
    parts = list(weights)
    return Weight(1 + sum(part.nodes for part in parts), 1 + max((part.levels for part in parts), default=0))
