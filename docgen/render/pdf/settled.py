"""LibreOffice's PDF, made to depend on the document alone: not on the moment, and not on what was converted before it.

It writes the date and a random id, and it numbers fonts on through all that it converts in one go (``/UniqueID`` of
Type 1 fonts, into which it turns fonts with CFF outlines). Nothing else was found to differ (LibreOffice 7.4).
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

from docgen.frozen import dataclass

_FONT = re.compile(
    rb"^\d+ 0 obj\n<</Length (?P<length>\d+) 0 R/Filter/FlateDecode"
    rb"/Length1 (?P<clear>\d+)/Length2 (?P<hidden>\d+)/Length3 \d+>>\nstream\n",
    re.MULTILINE,
)
_USE_OF_FONT = re.compile(rb"/FontFile (\d+) 0 R")
_UNIQUE = re.compile(rb"/UniqueID (\d{7}) def")
_OFFSET = re.compile(rb"^(\d{10})(?= 00000 n $)", re.MULTILINE)
_FIRST = 4_100_001
"""The number of the first font that a LibreOffice writes."""

_KEY = 55665
"""With which eexec begins."""


class UnsettledError(Exception):
    """The PDF is not as LibreOffice writes it; the message says what was met."""


@dataclass(frozen=True)
class _Edit:
    """``new`` in place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    new: bytes


def settled(pdf: bytes) -> bytes:
    """Undated, its fonts numbered as if nothing else had been converted. Raises UnsettledError if they are not found.

    They are deflated anew whether their numbers change or not: otherwise it would show which file was the first.
    """
    try:
        return _settled(undated(pdf))
    except (zlib.error, IndexError) as error:
        raise UnsettledError(repr(error)) from error


def _settled(pdf: bytes) -> bytes:
    table = int(_found(rb"startxref\n(\d+)\n%%EOF\s*$", pdf, len(pdf) - 64)[1])
    starts = [0, *(int(offset) for offset in _OFFSET.findall(pdf, table))]
    if not pdf.startswith(b"xref\n0 %d\n0000000000 65535 f \n" % len(starts), table):
        raise UnsettledError("table")
    fonts = [*_FONT.finditer(pdf)]
    if len(fonts) != len({*_USE_OF_FONT.findall(pdf)}):
        raise UnsettledError("fonts")
    return _edited(pdf, _renumbered(pdf, starts, fonts), table) if fonts else pdf


def undated(pdf: bytes) -> bytes:
    """The date, the random id and its checksum overwritten, no byte moved."""
    pdf = re.sub(rb"(/CreationDate\(D:)(\d{14})", lambda found: found[1] + b"19800101000000", pdf)
    identified = rb"/ID \[ <[0-9A-F]{32}>\s*<[0-9A-F]{32}> \]\s*/DocChecksum /[0-9A-F]{32}"
    return re.sub(identified, lambda found: re.sub(rb"[0-9A-F]{32}", b"0" * 32, found[0]), pdf)


def _renumbered(pdf: bytes, starts: Sequence[int], fonts: Sequence[re.Match[bytes]]) -> list[_Edit]:
    """For each font its stream and the length of it, which stands in an object of its own."""
    lengths = [_found(rb"\d+ 0 obj\n(\d+)\nendobj\n", pdf, starts[int(font["length"])]) for font in fonts]
    ends = [font.end() + int(length[1]) for font, length in zip(fonts, lengths, strict=True)]
    streams = [zlib.decompress(pdf[font.end() : end]) for font, end in zip(fonts, ends, strict=True)]
    numbers = [int(_found(_UNIQUE, stream)[1]) for stream in streams]
    edits = []
    for number, font, end, length, stream in zip(numbers, fonts, ends, lengths, streams, strict=True):
        own = _FIRST + sum(other < number for other in numbers)
        new = zlib.compress(_with_number(stream, own, int(font["clear"]), int(font["hidden"])))
        edits += [_Edit(font.end(), end, new), _Edit(length.start(1), length.end(1), b"%d" % len(new))]
    return sorted(edits, key=lambda edit: edit.start)


def _with_number(font: bytes, number: int, clear: int, hidden: int) -> bytes:
    """The font with this number; it stands in the part that anyone can read, and in the one that is hidden."""
    new = b"/UniqueID %d def" % number
    head = _UNIQUE.sub(new, font[:clear])
    if head == font[:clear]:
        return font
    program = _UNIQUE.sub(new, _revealed(font[clear : clear + hidden]))
    return head + _hidden(program) + font[clear + hidden :]


def _revealed(data: bytes) -> bytes:
    """What is hidden by eexec (Adobe Type 1 Font Format, 7.1)."""
    text, key = bytearray(), _KEY
    for byte in data:
        text.append(byte ^ key >> 8)
        key = (byte + key) * 52845 + 22719 & 0xFFFF
    return bytes(text)


def _hidden(text: bytes) -> bytes:
    data, key = bytearray(), _KEY
    for byte in text:
        data.append(byte ^ key >> 8)
        key = (data[-1] + key) * 52845 + 22719 & 0xFFFF
    return bytes(data)


def _edited(pdf: bytes, edits: Sequence[_Edit], table: int) -> bytes:
    """The file with these edits, and with the table of where its objects are."""

    def moved(offset: int) -> int:
        return offset + sum(len(edit.new) - edit.end + edit.start for edit in edits if edit.start < offset)

    parts, at = [], 0
    for edit in edits:
        parts += [pdf[at : edit.start], edit.new]
        at = edit.end
    objects = b"".join([*parts, pdf[at:table]])
    entries = _OFFSET.sub(lambda offset: b"%010d" % moved(int(offset[0])), pdf[table:])
    return objects + re.sub(rb"(?<=\nstartxref\n)\d+", b"%d" % len(objects), entries)


def _found(pattern: bytes | re.Pattern[bytes], data: bytes, start: int = 0) -> re.Match[bytes]:
    found = re.compile(pattern).search(data, start)
    if not found:
        raise UnsettledError(repr(pattern))
    return found
