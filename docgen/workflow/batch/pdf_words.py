"""The words of a PDF, read back from the file: page by page, a line for each piece that was set.

This reads what Typst and LibreOffice write, quickly, and refuses everything else: what it cannot read must not pass
unread. So there is no need for a library that reads any PDF, which would take as long as setting the page.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

Objects = Mapping[int, bytes]


class UnreadableError(Exception):
    """The file is not as docgen writes it; the message says what was met."""


def pdf_texts(path: Path) -> Iterator[str]:
    """The text of each page (and of each form that a page may show), then the document's titles.

    Raises UnreadableError for an encrypted file, objects within streams, an unknown filter, a font that does not say
    what its characters are.
    """
    objects = _objects(path.read_bytes())
    fonts: dict[int, _Font] = {}
    shown = [content for content in objects.values() if _SHOWN.search(_head(content))]
    if not shown:
        raise UnreadableError("no pages")
    for content in shown:
        yield _text(content, objects, fonts)
    yield "\n".join(_titles(objects))


_SHOWN = re.compile(rb"/Type\s*/Page\b|/Subtype\s*/Form\b")
_REFUSED = re.compile(rb"/Encrypt\b|/Type\s*/(?:ObjStm|XRef)\b")


# ---------------------------------------------------------------- objects


def _objects(data: bytes) -> Objects:
    """Number → content of every object, by the table at the end of the file."""
    table = data[int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-64:])[1]) :]
    first = int(_found(rb"xref\s+(\d+) \d+\s", table, at_start=True)[1])
    starts = [int(offset) if kind == b"n" else 0 for offset, kind in re.findall(rb"(\d{10}) \d{5} ([nf])", table)]
    ends = {start: end for start, end in zip(sorted(starts), [*sorted(starts)[1:], len(data)], strict=True) if start}
    objects = {number: data[start : ends[start]] for number, start in enumerate(starts, first) if start}
    if refused := next((found for content in objects.values() if (found := _REFUSED.search(_head(content)))), None):
        raise UnreadableError(refused[0].decode())
    return objects


def _head(content: bytes) -> bytes:
    """An object without its stream."""
    return content.partition(b"stream")[0]


def _stream(content: bytes) -> bytes:
    head, _word, data = content.partition(b"stream")
    data = data.removeprefix(b"\r").removeprefix(b"\n")
    filters = re.findall(rb"/(\w+Decode)\b", head)
    if filters == [b"FlateDecode"]:
        return zlib.decompressobj().decompress(data)
    if filters:
        raise UnreadableError(filters[0].decode())
    return data.rpartition(b"endstream")[0]


def _referred(key: bytes, content: bytes, objects: Objects) -> bytes:
    """What stands behind a key: a mapping within the object, or the object that it refers to."""
    found = re.search(key + rb"\s*(?:(\d+) 0 R|<<)", content)
    if found is None:
        return b""
    return objects[int(found[1])] if found[1] else content[found.end() :]


def _found(pattern: bytes, data: bytes, at_start: bool = False) -> re.Match[bytes]:
    found = re.match(pattern, data) if at_start else re.search(pattern, data)
    if found is None:
        raise UnreadableError("no table of objects")
    return found


def _titles(objects: Objects) -> Iterator[str]:
    """Texts beside the pages: title, author, headings of the outline."""
    for content in objects.values():
        for found in _HEX_TEXT.findall(_head(content)):
            yield bytes.fromhex(found.decode()).decode("utf-16-be", "replace")
        for found in _NAMED_TEXT.findall(_head(content)):
            yield _unescaped(found).decode("latin-1")


_HEX_TEXT = re.compile(rb"<FEFF([0-9A-Fa-f]*)>")
_NAMED_TEXT = re.compile(
    rb"/(?:Title|Author|Subject|Keywords|Alt|ActualText|Contents)\s*\(((?:\\.|[^\\()])*)\)", re.DOTALL
)


# ---------------------------------------------------------------- fonts


@dataclass(frozen=True)
class _Font:
    """``width``: bytes that a character takes."""

    characters: Mapping[int, str]
    width: int

    def text(self, codes: bytes) -> str:
        steps = range(0, len(codes), self.width)
        numbers = (int.from_bytes(codes[at : at + self.width], "big") for at in steps)
        return "".join(self.characters.get(number, "\ufffd") for number in numbers)


def _fonts_of(content: bytes, objects: Objects, known: dict[int, _Font]) -> dict[bytes, _Font]:
    """The fonts of a page by the names that it calls them."""
    resources = _referred(rb"/Resources", _head(content), objects)
    listed = re.match(rb"(?:\s*/\w+\s+\d+ 0 R)*", _mapping(_referred(rb"/Font", resources, objects)))
    fonts = {}
    for name, number in re.findall(rb"/(\w+)\s+(\d+) 0 R", listed[0] if listed else b""):
        if int(number) not in known:
            known[int(number)] = _font(objects[int(number)], objects)
        fonts[name] = known[int(number)]
    return fonts


def _mapping(content: bytes) -> bytes:
    """The inside of a mapping that is an object of its own; one that is not begins with its inside."""
    return re.sub(rb"^\s*\d+ 0 obj\s*<<", b"", content)


def _font(content: bytes, objects: Objects) -> _Font:
    found = re.search(rb"/ToUnicode (\d+) 0 R", content)
    if found is None:
        raise UnreadableError("a font without characters")
    table = _stream(objects[int(found[1])])
    space = re.search(rb"begincodespacerange\s*<(\w+)>", table)
    characters: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        characters |= {int(code, 16): _utf16(text) for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        if b"[" in block:
            raise UnreadableError("bfrange")
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = _utf16(text)
            codes = range(int(first, 16), int(last, 16) + 1)
            characters |= {code: start[:-1] + chr(ord(start[-1]) + n) for n, code in enumerate(codes)}
    return _Font(characters, len(space[1]) // 2 if space else 2)


def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be", "replace")


# ---------------------------------------------------------------- pages


def _text(content: bytes, objects: Objects, known: dict[int, _Font]) -> str:
    """What a page or a form shows, in the order in which it was set."""
    fonts = _fonts_of(content, objects, known)
    font: _Font | None = None
    parts: list[str] = []
    for token, value in _tokens(_painting(content, objects)):
        if token == "end":
            parts.append("\n")
        elif token == "font":
            font = fonts.get(value)
        elif font is None:
            raise UnreadableError("text without a font")
        else:
            parts.append(font.text(value))
    return "".join(parts)


def _painting(content: bytes, objects: Objects) -> bytes:
    """The operators that paint a page, or a form."""
    if b"stream" in content:
        return _stream(content)
    found = re.search(rb"/Contents\s*(\[[^\]]*\]|\d+ 0 R)", content)
    numbers = re.findall(rb"(\d+) 0 R", found[1]) if found else []
    return b"\n".join(_stream(objects[int(number)]) for number in numbers)


_TOKEN = re.compile(rb"/(\w+)\s+[-+.\d]+\s+Tf\b|<([0-9A-Fa-f\s]*)>|<<|\(|\bBT\b|\bET\b")
_IN_STRING = re.compile(rb"[()]|\\.", re.DOTALL)


def _tokens(painting: bytes) -> Iterator[tuple[str, bytes]]:
    """Fonts chosen, strings shown, ends of pieces; strings outside pieces (marks, properties) are no text."""
    at, within = 0, False
    while found := _TOKEN.search(painting, at):
        at, token = found.end(), found[0]
        if token == b"(":
            at = _end_of_string(painting, at)
            if within:
                yield "text", _unescaped(painting[found.end() : at - 1])
        elif token in (b"BT", b"ET"):
            within = token == b"BT"
            yield "end", b""
        elif found[1]:
            yield "font", found[1]
        elif within and found[2]:
            yield "text", bytes.fromhex(found[2].decode())


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


def _unescaped(string: bytes) -> bytes:
    if b"\\" not in string:
        return string
    return _ESCAPE.sub(
        lambda found: bytes([int(found[1], 8) & 255]) if found[1] else _ESCAPED.get(found[2], found[2]), string
    )
