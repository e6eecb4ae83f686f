"""What paints a page of a PDF: which font is chosen, which strings are shown, where a piece begins and ends."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from docgen.workflow.batch.unreadable import UnreadableError

Tokens = tuple[tuple[str, bytes], ...]
"""Fonts chosen, strings shown, beginnings and ends of pieces."""

# Strings with no brackets in them, or a pair, are taken whole.
_TOKEN = re.compile(
    rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)"
    rb"|/(\w+)\s+[-+.\d]+\s+Tf\b|<([0-9A-Fa-f\s]*)>|<<|\(|\bBT\b|\bET\b",
    re.DOTALL,
)
_PIECE = {b"BT": "begin", b"ET": "end"}
_IN_STRING = re.compile(rb"[()]|\\.", re.DOTALL)


# A page without values is the same in every file, to the byte.
@functools.lru_cache(maxsize=256)
def operators(painting: bytes) -> Tokens:
    """Fonts chosen, strings shown, ends of pieces; strings outside pieces (marks, properties) are no text."""
    return tuple(_in_pieces(_line_by_line(painting) or _tokens(painting)))


def _in_pieces(tokens: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    within = False
    for token in tokens:
        kind = token[0]
        if kind != "text" or within:
            yield token
        if kind in ("begin", "end"):
            within = kind == "begin"


def _line_by_line(painting: bytes) -> list[tuple[str, bytes]] | None:
    """The operators, where no string goes on in the next line."""
    tokens: list[tuple[str, bytes]] = []
    try:
        for line in painting.split(b"\n"):
            tokens += _tokens_of_line(line)
    except UnreadableError:
        return None
    return tokens


# The words of a form stand in every file of a batch.
@functools.lru_cache(maxsize=8192)
def _tokens_of_line(line: bytes) -> Tokens:
    """Raises UnreadableError for a line that may begin or end within something."""
    if _PART.search(_TOKEN.sub(b" ", line)):
        raise UnreadableError("a line that is none")
    return tuple(_tokens(line))


_PART = re.compile(rb"[()<]|(?<!>)>(?!>)|\bTf\b")


def _tokens(painting: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while found := _TOKEN.search(painting, at):
        string, font, hexadecimal = found.groups()
        at = found.end()
        if string is not None:
            yield "text", unescaped(string)
        elif font:
            yield "font", font
        elif hexadecimal:
            yield "text", bytes.fromhex(hexadecimal.decode())
        elif found[0] == b"(":
            at = _end_of_string(painting, at)
            yield "text", unescaped(painting[found.end() : at - 1])
        elif found[0] in _PIECE:
            yield _PIECE[found[0]], b""


def _end_of_string(painting: bytes, at: int) -> int:
    """Behind the bracket that closes a string; brackets within it may be in pairs."""
    depth = 1
    while depth:
        found = _IN_STRING.search(painting, at)
        if found is None:
            raise UnreadableError("a string without end")
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        at = found.end()
    return at


_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}


def unescaped(string: bytes) -> bytes:
    """A string as it is meant: ``\\(`` is a bracket, ``\\101`` an A."""
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(
        lambda found: bytes([int(found[1], 8) & 255]) if found[1] else _ESCAPED.get(found[2], found[2]), string
    )
