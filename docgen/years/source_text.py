"""A YAML file to the character: where each value begins and ends, so that a copy can be changed at exact places."""

from __future__ import annotations

import bisect
import functools
import json
import re
from collections.abc import Iterator
from typing import Any

from docgen.diagnostics import DocgenError, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.open_points import TODO
from docgen.sources.source_map import Loc
from docgen.sources.validation import path_words
from docgen.sources.yaml_nodes import NOTHING, Alias, Mapping, Node, NodeReader, Scalar, Sequence


@dataclass(frozen=True)
class Written:
    """A value as it stands in the file, from ``start`` to ``end`` (quotes included); ``text`` is None for nothing.

    ``flow``: it stands within ``{…}`` or ``[…]``.
    """

    loc: Loc
    text: str | None
    style: str
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True)
class Entry:
    """A mapping or a list: where it begins, where its last value ends, how far in its parts stand."""

    loc: Loc
    start: int
    end: int
    flow: bool
    indent: int


class SourceText:
    """A file's text (line breaks as ``\\n``) and what stands in it; the file must be YAML that docgen reads."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        root = NodeReader(text, file, "C").document()
        parts = [] if root is None else list(self._parts(root, (), False))
        self.scalars: tuple[Written, ...] = tuple(part for part in parts if isinstance(part, Written))
        self.entries: dict[Loc, Entry] = {part.loc: part for part in parts if isinstance(part, Entry)}

    @functools.cached_property
    def by_loc(self) -> dict[Loc, Written]:
        """The values by their way from the root."""
        return {scalar.loc: scalar for scalar in self.scalars}

    @functools.cached_property
    def named(self) -> dict[str, Written]:
        """The values by the name that ``--set`` takes; an entry of a list goes by its id, or else its number from 0."""
        ids = {one.loc[:-1]: one.text for one in self.scalars if one.loc[-1:] == ("id",) and len(one.loc) > 1}
        return {_name(scalar.loc, ids): scalar for scalar in self.scalars}

    def line_at(self, offset: int) -> int:
        """The line at ``offset``, counted from 1."""
        return bisect.bisect_right(self._line_starts, offset)

    def remark_at(self, written: Written) -> tuple[int, int]:
        """Where a comment about a value may stand: behind the line on which it ends, TODO comments there included.

        Behind the line of ``|`` for a text below it: within the text the comment would be printed.
        """
        end = self.line_end(written.start if written.style in ("|", ">") else written.end)
        # Another value may begin on this line and end on a later one.
        while over := next((one for one in self.scalars if one.start < end < one.end and one.style != "|"), None):
            end = self.line_end(over.end)
        line = self.line_start(end)
        comment = self.text.find(TODO, line, end)
        return line + len(self.text[line : end if comment < 0 else comment].rstrip(" ")), end

    def comments(self) -> Iterator[tuple[int, int]]:
        """The spans of lines that are nothing but a comment."""
        blocks = [(one.start, one.end) for one in self.scalars if one.end > one.start]
        for match in re.finditer(r"^[ \t]*#.*$", self.text, re.MULTILINE):
            if not any(start <= match.start() < end for start, end in blocks):
                yield match.span()

    def offset_of(self, line: int, column: int) -> int:
        """The offset of a place whose line and column count from 0."""
        return self._line_starts[line] + column

    def block(self, written: Written) -> tuple[int, int]:
        """The lines of a text below ``|``. Raises DocgenError (exit 3) if it is written in another way."""
        if written.style == "|":
            return min(self.line_end(written.start) + 1, written.end), written.end
        line = self.line_at(written.start)
        message = _("{key}: only a text written below a bar (|) can be merged").format(key=path_words(written.loc))
        hint = _("write `{key}: |` and the text below it, indented").format(key=written.loc[-1])
        raise DocgenError(Problem("C913", message, Place(self.file, line), hint))

    def line_start(self, offset: int) -> int:
        """Where the line of ``offset`` begins."""
        return self._line_starts[self.line_at(offset) - 1]

    def line_end(self, offset: int) -> int:
        """Where the line of ``offset`` ends, before its line break."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def _parts(self, node: Node, loc: Loc, flow: bool) -> Iterator[Written | Entry]:
        match node:
            case Scalar():
                yield Written(loc, node.text, node.style, *self._span(node), flow)
            case Sequence(items=items):
                yield from self._branch(node, loc, [(index, item) for index, item in enumerate(items)])
            case Mapping(entries=entries):
                yield from self._branch(node, loc, [(str(key.text), value) for key, value in entries])
            case Alias():
                return

    def _branch(self, node: Sequence | Mapping, loc: Loc, parts: list[tuple[Any, Node]]) -> Iterator[Written | Entry]:
        start = self.offset_of((node.place.line or 1) - 1, (node.place.column or 1) - 1)
        flow = self.text[start : start + 1] in ("{", "[")
        inner = [part for name, child in parts for part in self._parts(child, (*loc, name), flow)]
        yield Entry(loc, start, max((part.end for part in inner), default=start), flow, (node.place.column or 1) - 1)
        yield from inner

    def _span(self, node: Scalar) -> tuple[int, int]:
        start, end = self.offset_of(*node.start), self.offset_of(*node.end)
        # A name that others repeat the value by (&name) stays when the value goes.
        if anchor := re.match(r"&\S+[ \t]*", self.text[start:end]):
            start += anchor.end()
        # The span of a text below ``|`` goes on to the next value; blank lines behind it are not its own.
        return start, start + len(self.text[start:end].rstrip("\n")) if node.style in ("|", ">") else end


def as_scalar(text: str, style: str = "") -> str:
    """``text`` as YAML on one line, plain if that is read back as the same text, else in quotes."""
    plain = re.fullmatch(r"[\w〔（“《][^#:,\[\]{}\"'\\\n\t|>&*!%@`]*", text) and text == text.strip()
    if style not in ("'", '"') and (not text or (plain and text not in NOTHING)):
        return text
    return json.dumps(text, ensure_ascii=False)


def _name(loc: Loc, ids: dict[Loc, str | None]) -> str:
    return ".".join(
        str(ids.get(loc[: index + 1]) or step) if isinstance(step, int) else step for index, step in enumerate(loc)
    )
