"""What pages show: the glyphs in their strings, and the same pages with glyphs of other numbers."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

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
    """The operators of a page, cut at its strings; ``shown`` are the glyphs by the page's name of their font, in order.

    Raises UncutError for a string that is no text in a font.
    """

    def __init__(self, content: bytes) -> None:
        self._parts: list[bytes] = []
        self._strings: list[tuple[bytes, Glyphs, bytes]] = []
        at, font = 0, b""
        for found in _TOKEN.finditer(content):
            name, string = found.groups()
            if name:
                font = name
            elif string is not None and font:
                self._parts.append(content[at : found.start()])
                self._strings.append((font, _glyphs(string), string))
                at = found.end()
            else:
                raise UncutError(found[0].decode("latin-1"))
        self._parts.append(content[at:])
        self.shown: dict[bytes, dict[int, None]] = {}
        for font, shown, _written in self._strings:
            self.shown.setdefault(font, {}).update(dict.fromkeys(shown))

    def with_glyphs(self, glyphs: Mapping[bytes, Mapping[int, int]]) -> bytes | None:
        """The operators with other glyphs; ``glyphs`` are those that change, by the page's name of the font.

        None if nothing changes.
        """
        if all(glyphs[font].keys().isdisjoint(shown) for font, shown in self.shown.items()):
            return None
        parts = [self._parts[0]]
        for (font, shown, written), part in zip(self._strings, self._parts[1:], strict=True):
            new = glyphs[font]
            if not new.keys().isdisjoint(shown):
                written = b"<%s>" % b"".join(b"%04X" % new.get(one, one) for one in shown)
            parts += (written, part)
        return b"".join(parts)


@functools.lru_cache(maxsize=128)
def page_of(stream: bytes) -> Page:
    """A page by its object. Pages without values are the same for all units."""
    return Page(stream_of(stream))


# The words of a form stand on the pages of every unit.
@functools.lru_cache(maxsize=4096)
def _glyphs(string: bytes) -> Glyphs:
    codes = bytes.fromhex(string[1:-1].decode()) if string[:1] == b"<" else _unescaped(string[1:-1])
    if len(codes) % 2:
        raise UncutError("text of single bytes")
    return tuple(high << 8 | low for high, low in zip(codes[::2], codes[1::2], strict=True))


def _unescaped(string: bytes) -> bytes:
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(lambda found: bytes([int(found[1], 8)]) if found[1] else _ESCAPED[found[2]], string)


_ESCAPE = re.compile(rb"\\(?:([0-7]{3})|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"(": b"(", b")": b")", b"\\": b"\\"}
