"""YAML as a careful clerk reads it: every text as typed, every value with its place, nothing guessed.

``0471``, ``016号``, ``12:30``, ``no`` and ``1e3`` stay texts; the models turn a text into a date or a
number where they ask for one. ``key:`` with nothing behind it, ``~`` and ``null`` are no value. Refused,
each with its place: keys written twice, keys that are no texts, types written by hand (``!!str``), merge
keys (``<<``), several documents, control characters. Aliases (``*name``) are read, up to 100 000 values
in all.
"""

from __future__ import annotations

from typing import Any

import yaml

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.source_map import Loc, SourceMap, Stretch
from docgen.sources.text_file import LINE_BREAK, control_problems
from docgen.sources.text_places import is_broken, printed_lines, stretches
from docgen.sources.yaml_nodes import Alias, Mapping, Node, NodeReader, Scalar, Sequence
from docgen.sources.yaml_syntax import syntax_problem


@dataclass(frozen=True)
class Reading:
    """Plain data (str, None, list, dict), where each value stands, and what is wrong with the file."""

    data: Any
    sources: SourceMap
    problems: tuple[Problem, ...] = ()


def load_yaml(text: str, file: str) -> tuple[Any, SourceMap]:
    """The data of a YAML text and the places of its values.

    ``file`` is its name in messages. Raises DocgenError (the campaign's exit code) with all that is wrong.
    """
    reading = read_yaml(text, file)
    if reading.problems:
        raise DocgenError(reading.problems, Exit.CAMPAIGN)
    return reading.data, reading.sources


def read_yaml(text: str, file: str, letter: str = "C") -> Reading:
    """Like load_yaml, but faults that leave the rest readable come back with the data.

    So the author gets them together with what is wrong with the values. ``letter`` begins the codes.
    """
    if problems := control_problems(text, file, letter):
        raise DocgenError(problems, Exit.CAMPAIGN)
    text = LINE_BREAK.sub("\n", text)
    reader = NodeReader(text, file, letter)
    try:
        root = reader.document()
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(error, text, file, letter)
        before = [other for other in reader.problems if _line(other) < _line(problem)]
        raise DocgenError([*before, problem], Exit.CAMPAIGN) from None
    if root is None or (isinstance(root, Scalar) and root.text is None):
        problem = Problem(f"{letter}{Code.NOTHING_IN_IT}", _("the file is empty"), Place(file))
        raise DocgenError(problem, Exit.CAMPAIGN)
    return _Spread(file, text.split("\n")).reading(root, tuple(reader.problems))


def _line(problem: Problem) -> int:
    return problem.place.line or 0 if problem.place else 0


class _Spread:
    """Turns nodes into plain data and fills the map of places."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self._file = file
        self._lines = lines
        self._values: dict[Loc, Place] = {}
        self._keys: dict[Loc, Place] = {}
        self._text_lines: dict[Loc, tuple[Place, ...]] = {}
        self._stretches: dict[Loc, tuple[tuple[Stretch, ...], ...]] = {}

    def reading(self, root: Node, problems: tuple[Problem, ...]) -> Reading:
        data = self._data(root, ())
        sources = SourceMap(self._file, self._values, self._keys, self._text_lines, self._stretches)
        return Reading(data, sources, problems)

    def _data(self, node: Node, loc: Loc) -> Any:
        self._values[loc] = node.place
        match node:
            case Scalar(text=text):
                self._text_lines[loc] = printed_lines(node, self._lines)
                if text and is_broken(node):
                    self._stretches[loc] = stretches(node, self._lines)
                return text
            case Sequence(items=items):
                return [self._data(item, (*loc, index)) for index, item in enumerate(items)]
            case Mapping(entries=entries):
                return {str(key.text): self._entry(key, value, (*loc, str(key.text))) for key, value in entries}
            case Alias(target=target):
                data = self._data(target, loc)
                self._values[loc] = node.place
                return data

    def _entry(self, key: Scalar, value: Node, loc: Loc) -> Any:
        self._keys[loc] = key.place
        return self._data(value, loc)
