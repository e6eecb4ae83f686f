"""The words of a PDF, read back from the file: page by page, a line for each piece that was set.

This reads what Typst and LibreOffice write, quickly, and refuses everything else: what it cannot read must not pass
unread. So there is no need for a library that reads any PDF, which would take as long as setting the page.
"""

from __future__ import annotations

import functools
import itertools
import re
import struct
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.frozen import dataclass
from docgen.workflow.batch.pdf_operators import operators, unescaped
from docgen.workflow.batch.unreadable import UnreadableError


class _Object(NamedTuple):
    """``head`` is what stands before its stream, if it has one."""

    head: bytes
    stream: bytes | None = None

    def data(self) -> bytes:
        """The stream, inflated."""
        filters = re.findall(rb"/(\w+Decode)\b", self.head)
        data = self.stream or b""
        if filters == [b"FlateDecode"]:
            return zlib.decompressobj().decompress(data)
        if filters:
            raise UnreadableError(filters[0].decode())
        return data.rpartition(b"endstream")[0]


Objects = Mapping[int, _Object]


def pdf_texts(path: Path) -> Iterator[str]:
    """The text of each page (and of each form that a page may show), then the document's titles.

    Raises UnreadableError for an encrypted file, objects within streams, an unknown filter, a font that does not say
    what its characters are.
    """
    objects, heads = _objects(path.read_bytes())
    fonts: dict[int, _Font] = {}
    shown = [one for one in objects.values() if _SHOWN.search(one.head)]
    if not shown:
        raise UnreadableError("no pages")
    for one in shown:
        yield _text(one, objects, fonts)
    yield "\n".join(_titles(heads))


_SHOWN = re.compile(rb"/Type\s*/Page\b|/Subtype\s*/Form\b")
_REFUSED = re.compile(rb"/Encrypt\b|/Type\s*/(?:ObjStm|XRef)\b")


# ---------------------------------------------------------------- objects


def _objects(data: bytes) -> tuple[Objects, bytes]:
    """Number → object, by the table at the end of the file; and all that stands outside streams."""
    table = data[int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-64:])[1]) :]
    first = int(_found(rb"xref\s+(\d+) \d+\s", table, at_start=True)[1])
    starts = [int(offset) if kind == b"n" else 0 for offset, kind in re.findall(rb"(\d{10}) \d{5} ([nf])", table)]
    ends = dict(itertools.pairwise([*sorted(starts), len(data)]))
    objects = {number: _object(data[start : ends[start]]) for number, start in enumerate(starts, first) if start}
    heads = b"\n".join((table, *(one.head for one in objects.values())))
    if refused := _REFUSED.search(heads):
        raise UnreadableError(refused[0].decode())
    return objects, heads


def _object(data: bytes) -> _Object:
    head, word, stream = data.partition(b"stream")
    return _Object(head, stream.removeprefix(b"\r").removeprefix(b"\n") if word else None)


def _referred(key: bytes, content: bytes, objects: Objects) -> bytes:
    """What stands behind a key: a mapping within the object, or the object that it refers to."""
    found = re.search(key + rb"\s*(?:(\d+) 0 R|<<)", content)
    if found is None:
        return b""
    return objects[int(found[1])].head if found[1] else content[found.end() :]


def _found(pattern: bytes, data: bytes, at_start: bool = False) -> re.Match[bytes]:
    found = re.match(pattern, data) if at_start else re.search(pattern, data)
    if found is None:
        raise UnreadableError("no table of objects")
    return found


def _titles(heads: bytes) -> Iterator[str]:
    """Texts beside the pages: title, author, headings of the outline."""
    for found in _HEX_TEXT.findall(heads):
        yield bytes.fromhex(found.decode()).decode("utf-16-be", "replace")
    for found in _NAMED_TEXT.findall(heads):
        yield unescaped(found).decode("latin-1")


_HEX_TEXT = re.compile(rb"<FEFF([0-9A-Fa-f]*)>")
_NAMED_TEXT = re.compile(
    rb"/(?:Title|Author|Subject|Keywords|Alt|ActualText|Contents)\s*\(((?:\\.|[^\\()])*)\)", re.DOTALL
)


# ---------------------------------------------------------------- fonts


_LINE_END = b"\xff\xff"


class _Characters(dict[int, str]):
    """Number → what it stands for; of which the font does not say what it stands for: �."""

    def __missing__(self, number: int) -> str:
        return "\n" if number == 0xFFFF else "\ufffd"


@dataclass(frozen=True)
class _Font:
    """``width``: bytes that a character takes."""

    characters: _Characters
    width: int

    def text(self, lines: Sequence[bytes]) -> str:
        """What the codes on these lines stand for."""
        if self.width == 1:
            return "\n".join([codes.decode("latin-1").translate(self.characters) for codes in lines])
        if any(len(codes) % 2 for codes in lines):
            raise UnreadableError("half a character")
        if self._is_of_many:
            numbers = (struct.unpack_from(f">{len(codes) // 2}H", codes) for codes in lines)
            return "\n".join(["".join([self.characters[number] for number in line]) for line in numbers])
        # Many times as quick; but numbers that are halves of pairs in UTF-16 would be taken together.
        codes = _LINE_END.join(lines)
        return codes.decode("utf-16-be", "surrogatepass").translate(self.characters)

    @functools.cached_property
    def _is_of_many(self) -> bool:
        return max(self.characters, default=0) >= 0xD800


def _fonts_of(page: _Object, objects: Objects, known: dict[int, _Font]) -> dict[bytes, _Font]:
    """The fonts of a page by the names that it calls them."""
    resources = _referred(rb"/Resources", page.head, objects)
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


def _font(font: _Object, objects: Objects) -> _Font:
    found = re.search(rb"/ToUnicode (\d+) 0 R", font.head)
    if found is None:
        raise UnreadableError("a font without characters")
    return _characters(objects[int(found[1])].data())


# Most files of a batch have the same fonts, but for those of their values.
@functools.lru_cache(maxsize=64)
def _characters(table: bytes) -> _Font:
    space = re.search(rb"begincodespacerange\s*<(\w+)>", table)
    characters = _Characters()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        characters |= {int(code, 16): _utf16(text) for code, text in re.findall(rb"<(\w+)>\s*<(\w+)>", block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        if b"[" in block:
            raise UnreadableError("bfrange")
        for first, last, text in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = _utf16(text)
            codes = range(int(first, 16), int(last, 16) + 1)
            characters |= {code: start[:-1] + chr(ord(start[-1]) + n) for n, code in enumerate(codes)}
    width = len(space[1]) // 2 if space else 2
    if width > 2:
        raise UnreadableError("characters of more than two bytes")
    return _Font(characters, width)


@functools.lru_cache(maxsize=8192)
def _utf16(text: bytes) -> str:
    return bytes.fromhex(text.decode()).decode("utf-16-be", "replace")


# ---------------------------------------------------------------- pages


def _text(page: _Object, objects: Objects, known: dict[int, _Font]) -> str:
    """What a page or a form shows, in the order in which it was set."""
    fonts = _fonts_of(page, objects, known)
    font: _Font | None = None
    parts: list[str] = []
    lines = [b""]
    for token, value in operators(_painting(page, objects)):
        if token == "text":
            lines[-1] += value
        elif token != "font":
            lines.append(b"")
        elif fonts.get(value) is not font:
            parts.append(_said(font, lines))
            font, lines = fonts.get(value), [b""]
    return "".join((*parts, _said(font, lines)))


def _said(font: _Font | None, lines: Sequence[bytes]) -> str:
    if font is None and any(lines):
        raise UnreadableError("text without a font")
    return font.text(lines) if font else "\n" * (len(lines) - 1)


def _painting(page: _Object, objects: Objects) -> bytes:
    """The operators that paint a page, or a form."""
    if page.stream is not None:
        return page.data()
    found = re.search(rb"/Contents\s*(\[[^\]]*\]|\d+ 0 R)", page.head)
    numbers = re.findall(rb"(\d+) 0 R", found[1]) if found else []
    return b"\n".join(objects[int(number)].data() for number in numbers)
