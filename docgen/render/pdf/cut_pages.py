"""What pages show: the glyphs in their strings, and the same pages with glyphs of other numbers."""

from __future__ import annotations

import functools
import re
import struct
from collections.abc import Mapping

from docgen.frozen import dataclass
from docgen.render.pdf.objects import UncutError, stream_of

Glyphs = tuple[int, ...]

# Brackets in pairs stand in a string as they are.
_STRING = rb"(?:[^()\\]|\\.)*"
for _depth in range(4):
    _STRING = rb"(?:[^()\\]|\\.|\(" + _STRING + rb"\))*"
_TOKEN = re.compile(
    rb"/(\w+) [-.\d]+ Tf\b|(\(" + _STRING + rb"\)|<[0-9A-Fa-f]+>)|/(?:ActualText|Alt|E|Lang)\b|[()]", re.DOTALL
)


class Page:
    """The operators of a page, line by line; ``shown`` are the glyphs by the page's name of their font, in order.

    Raises UncutError for a string that is no text in a font.
    """

    def __init__(self, content: bytes) -> None:
        self._lines = content.split(b"\n")
        self._strings: list[tuple[int, bytes, _String]] = []
        self.shown: dict[bytes, dict[int, None]] = {}
        font = b""
        for at, line in enumerate(self._lines):
            for string in _strings(line):
                font = string.font or font
                if not font:
                    raise UncutError("text without a font")
                self._strings.append((at, font, string))
                self.shown.setdefault(font, {}).update(dict.fromkeys(string.glyphs))

    def with_glyphs(self, glyphs: Mapping[bytes, Mapping[int, int]]) -> bytes | None:
        """The operators with other glyphs; ``glyphs`` are those that change, by the page's name of the font.

        None if nothing changes.
        """
        if all(glyphs[font].keys().isdisjoint(shown) for font, shown in self.shown.items()):
            return None
        lines = [*self._lines]
        # From the end, so that what stands before keeps its place.
        for at, font, string in reversed(self._strings):
            new = glyphs[font]
            if not new.keys().isdisjoint(string.glyphs):
                written = b"<%s>" % b"".join(b"%04X" % new.get(one, one) for one in string.glyphs)
                lines[at] = lines[at][: string.start] + written + lines[at][string.end :]
        return b"\n".join(lines)


@functools.lru_cache(maxsize=128)
def page_of(stream: bytes) -> Page:
    """A page by its object. Pages without values are the same for all units."""
    return Page(stream_of(stream))


@dataclass(frozen=True)
class _String:
    """A string in a line, and the font that was chosen since the one before; empty: the same font."""

    start: int
    end: int
    font: bytes
    glyphs: Glyphs


# The words of a form stand on the pages of every unit.
@functools.lru_cache(maxsize=8192)
def _strings(line: bytes) -> tuple[_String, ...]:
    found = []
    font = b""
    for token in _TOKEN.finditer(line):
        name, string = token.groups()
        if name:
            font = name
        elif string is None:
            raise UncutError(token[0].decode("latin-1"))
        else:
            found.append(_String(token.start(), token.end(), font, _glyphs(string)))
            font = b""
    if font:
        raise UncutError("a font for the next line")
    return tuple(found)


def _glyphs(string: bytes) -> Glyphs:
    codes = bytes.fromhex(string[1:-1].decode()) if string[:1] == b"<" else _unescaped(string[1:-1])
    if len(codes) % 2:
        raise UncutError("text of single bytes")
    return struct.unpack(f">{len(codes) // 2}H", codes)


def _unescaped(string: bytes) -> bytes:
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 8)]) if found[1] else _ESCAPED[found[2]], string)


_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
