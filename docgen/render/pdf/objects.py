"""The objects of a PDF that Typst wrote: taken apart by their table, put together into another one.

Nothing but what Typst writes is read: objects one behind the other, a plain table of them, no objects in streams.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.frozen import dataclass

REFERENCE = re.compile(rb"\b(\d+) 0 R\b")
_STREAM = b"\nstream\n"
_END = b"\nendobj\n"


class UncutError(Exception):
    """The PDF is not as it was expected; the message says what was met."""


@dataclass(frozen=True)
class Objects:
    """``head`` is what stands before the first object; ``bodies`` are by number."""

    head: bytes
    bodies: Sequence[bytes]
    trailer: bytes

    def __getitem__(self, number: int) -> bytes:
        return self.bodies[number]


def read_objects(data: bytes) -> Objects:
    """All objects. Raises UncutError for a file of another kind."""
    end = int(_found(rb"startxref\s+(\d+)\s+%%EOF\s*$", data[-64:])[1])
    table, _word, trailer = data[end:].partition(b"trailer")
    starts = [int(offset) for offset in re.findall(rb"(\d{10}) 00000 n", table)]
    if starts != sorted(starts) or not starts or f"0 {len(starts) + 1}".encode() not in table[:20]:
        raise UncutError("table")
    bodies = [b""]
    for number, (start, stop) in enumerate(zip(starts, [*starts[1:], end], strict=True), 1):
        name = b"%d 0 obj\n" % number
        if not data.startswith(name, start) or not data.endswith(_END, 0, stop):
            raise UncutError(f"object {number}")
        bodies.append(data[start + len(name) : stop - len(_END)])
    return Objects(data[: starts[0]], bodies, trailer)


def stream_of(body: bytes) -> bytes:
    """The stream of an object, inflated."""
    import zlib

    head, word, stream = body.partition(_STREAM)
    if not word or re.findall(rb"/(\w+Decode)\b", head) != [b"FlateDecode"] or b"/DecodeParms" in head:
        raise UncutError("stream")
    return zlib.decompress(stream.removesuffix(b"\nendstream"))


def as_stream(entries: bytes, stream: bytes) -> bytes:
    """An object of a stream that is deflated already."""
    return b"<</Length %d/Filter/FlateDecode%s>>\nstream\n%s\nendstream" % (len(stream), entries, stream)


def references(body: bytes) -> Iterator[int]:
    """The numbers of the objects that an object names."""
    return (int(number) for number in REFERENCE.findall(body.partition(_STREAM)[0]))


def renamed(bodies: Iterable[bytes], numbers: Mapping[int, int]) -> list[bytes]:
    """Objects that name others by their new numbers. Raises UncutError if one names an object that has none."""
    parts = [body.partition(_STREAM) for body in bodies]
    # All at once, for there are hundreds; none holds what ends an object.
    words = REFERENCE.split(_END.join(head for head, _word, _stream in parts))
    names = {b"%d" % old: b"%d 0 R" % new for old, new in numbers.items()}
    try:
        words[1::2] = [names[number] for number in words[1::2]]
    except KeyError as error:
        raise UncutError(f"a reference to object {error}") from error
    heads = b"".join(words).split(_END)
    return [head + word + stream for head, (_head, word, stream) in zip(heads, parts, strict=True)]


def entry(body: bytes, pattern: bytes) -> bytes:
    """What a pattern finds in an object. Raises UncutError if it is not there."""
    return _found(pattern, body)[1]


def number_in(body: bytes, key: bytes) -> int:
    """The number of the object that stands behind a key."""
    return int(entry(body, key + rb"\s*\[?(\d+) 0 R\b"))


def written(head: bytes, bodies: Iterable[bytes], trailer: bytes) -> bytes:
    """A file of these objects, numbered from 1; ``trailer`` are its entries but for the size."""
    parts, places, at = [head], [], len(head)
    for number, body in enumerate(bodies, 1):
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places.append(at)
        parts.append(part)
        at += len(part)
    count = len(places) + 1
    parts.append(b"xref\n0 %d\n0000000000 65535 f\r\n" % count)
    parts.extend(b"%010d 00000 n\r\n" % place for place in places)
    parts.append(b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (count, trailer, at))
    return b"".join(parts)


def _found(pattern: bytes, data: bytes) -> re.Match[bytes]:
    found = re.search(pattern, data)
    if found is None:
        raise UncutError(pattern.decode("latin-1"))
    return found
