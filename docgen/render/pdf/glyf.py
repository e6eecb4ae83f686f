"""A font with TrueType outlines taken apart, so that fonts with fewer of its glyphs can be put together, quickly.

This reads what Typst embeds, a font of few tables whose characters are its glyphs' numbers, and refuses everything
else. The format is that of OpenType 1.9: its tables ``glyf``, ``loca`` and ``hmtx``, and its checksums.
"""

from __future__ import annotations

import array
import functools
import hashlib
import itertools
import struct
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence

from docgen.render.pdf.deflated import Pieces
from docgen.render.pdf.outlines import PutTogether, UnknownFontError

_OF_COUNT = (b"head", b"hhea", b"maxp")
"""Tables that know how many glyphs there are, or how their places are written."""

_OF_GLYPHS = (b"hmtx", b"loca", b"glyf")
"""Tables that hold something for each glyph."""

_SAME = (b"cvt ", b"fpgm", b"name", b"post", b"prep")
"""Tables that are the same whatever glyphs there are; a font may lack them."""

_MAGIC = 0xB1B0AFBA

_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
"""Flags of a part, where a glyph is put together of others."""

Parts = Mapping[bytes, tuple[bytes, ...]]
"""Tables by name; of one in two parts, the first stands in other fonts as well."""


class TrueType:
    """The font. Raises UnknownFontError where it is of another kind than the above."""

    def __init__(self, data: bytes) -> None:
        self.tables = tables = _tables(data)
        if b"post" in tables:
            # Without the names of glyphs, which nobody looks for in a PDF.
            tables[b"post"] = b"\0\3\0\0" + tables[b"post"][4:32]
        if set(tables) - {*_SAME} != {*_OF_COUNT, *_OF_GLYPHS}:
            raise UnknownFontError("tables")
        (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
        self.glyphs = _glyphs(tables, count)
        self.metrics = _metrics(tables, count)

    def box(self, glyphs: Iterable[int]) -> tuple[float, ...]:
        """The box that holds these glyphs."""
        boxes = [struct.unpack_from(">4h", self.glyphs[glyph], 2) for glyph in glyphs if self.glyphs[glyph]]
        left, bottom, right, top = zip(*boxes, strict=True) if boxes else ((0,),) * 4
        (size,) = struct.unpack_from(">H", self.tables[b"head"], 18)
        return tuple(side * 1000 / size for side in (min(left), min(bottom), max(right), max(top)))

    def fixed(self, count: int) -> Fixed:
        """The first ``count`` glyphs."""
        return Fixed(self, self.with_parts(range(count)))

    def with_glyphs(self, fixed: Fixed, others: Sequence[int]) -> PutTogether:
        """A font with the ``fixed`` glyphs, then these others, then what those are put together of."""
        added = [glyph for glyph in self.with_parts(others) if glyph not in fixed.numbers]
        numbers = {**fixed.numbers, **dict(zip(added, itertools.count(len(fixed.numbers))))}
        outlines = [self.written(glyph, numbers) for glyph in added]
        ends = itertools.accumulate(map(len, outlines), initial=len(fixed.outlines))
        parts = {
            **self._of_count(len(numbers)),
            **{tag: (self.tables[tag],) for tag in _SAME if tag in self.tables},
            b"hmtx": (fixed.metrics, b"".join(self.metrics[glyph] for glyph in added)),
            b"loca": (fixed.places, struct.pack(f">{len(added) + 1}L", *ends)),
            b"glyf": (fixed.outlines, b"".join(outlines)),
        }
        return PutTogether(_file(parts), len(numbers), [numbers[glyph] for glyph in others])

    def with_parts(self, glyphs: Iterable[int]) -> list[int]:
        """These glyphs, then those that they are put together of, and so on."""
        found = dict.fromkeys(glyphs)
        left = [*found]
        while left:
            left = [part for glyph in left for _at, part in _parts(self.glyphs[glyph]) if part not in found]
            found |= dict.fromkeys(left)
        return [*found]

    def written(self, glyph: int, numbers: Mapping[int, int]) -> bytes:
        """A glyph in a font in which glyphs have these ``numbers``."""
        outline = bytearray(self.glyphs[glyph])
        for at, part in _parts(outline):
            outline[at : at + 2] = numbers[part].to_bytes(2)
        return _padded(bytes(outline))

    def _of_count(self, count: int) -> dict[bytes, tuple[bytes]]:
        """Places are written long, and every glyph has both measures."""
        head, hhea, maxp = (self.tables[tag] for tag in _OF_COUNT)
        number = count.to_bytes(2)
        long = (1).to_bytes(2)
        tables = (
            head[:8] + bytes(4) + head[12:50] + long + head[52:],
            hhea[:34] + number,
            maxp[:4] + number + maxp[6:],
        )
        return {tag: (table,) for tag, table in zip(_OF_COUNT, tables, strict=True)}


class Fixed:
    """The first glyphs of a font and their parts, which stand in all that are put together of it."""

    def __init__(self, font: TrueType, glyphs: Sequence[int]) -> None:
        self.numbers = {glyph: number for number, glyph in enumerate(glyphs)}
        outlines = [font.written(glyph, self.numbers) for glyph in glyphs]
        self.outlines = b"".join(outlines)
        self.places = struct.pack(f">{len(glyphs)}L", *[0, *itertools.accumulate(map(len, outlines[:-1]))])
        self.metrics = b"".join(font.metrics[glyph] for glyph in glyphs)
        self.digest = hashlib.sha256(self.outlines).digest()


# ---------------------------------------------------------------- the format


def _tables(data: bytes) -> dict[bytes, bytes]:
    """The tables by name."""
    (count,) = struct.unpack_from(">H", data, 4)
    entries = [struct.unpack_from(">4sLLL", data, 12 + 16 * number) for number in range(count)]
    return {tag: data[start : start + length] for tag, _checksum, start, length in entries}


def _glyphs(tables: Mapping[bytes, bytes], count: int) -> list[bytes]:
    """The outline of each glyph; empty for white space."""
    is_long = tables[b"head"][50:52] != b"\0\0"
    places = struct.unpack_from(f">{count + 1}{'L' if is_long else 'H'}", tables[b"loca"])
    ends = places if is_long else [2 * place for place in places]
    return [tables[b"glyf"][start:end] for start, end in itertools.pairwise(ends)]


def _metrics(tables: Mapping[bytes, bytes], count: int) -> list[bytes]:
    """Width and left edge of each glyph; the last ones share a width."""
    (whole,) = struct.unpack_from(">H", tables[b"hhea"], 34)
    table = tables[b"hmtx"]
    own = [table[4 * number : 4 * number + 4] for number in range(whole)]
    edges = [table[at : at + 2] for at in range(4 * whole, 4 * whole + 2 * (count - whole), 2)]
    metrics = own + [own[-1][:2] + edge for edge in edges]
    if len(metrics) != count or any(len(one) != 4 for one in metrics):
        raise UnknownFontError("hmtx")
    return metrics


def _parts(outline: bytes | bytearray) -> Iterator[tuple[int, int]]:
    """The glyphs that a glyph is put together of, each with the place of its number."""
    if not outline or outline[0] < 0x80:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        yield at + 2, part
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _TWO_SCALES else 8 if flags & _MATRIX else 0


def _file(parts: Parts) -> Pieces:
    """The font file; what stands in other fonts as well are pieces of their own."""
    head, *others = [part for some in parts.values() for part in some]
    shared = [len(some) == 1 or not at for some in parts.values() for at in range(len(some))]
    directory = _directory(parts)
    checksum = _sum(directory) + _sum(_padded(head)) + sum(map(_checksum, others, shared[1:]))
    head = head[:8] + (_MAGIC - checksum & 0xFFFFFFFF).to_bytes(4) + head[12:]
    first = len(_OF_COUNT)
    pieces = [b"".join(map(_padded, (directory, head, *others[: first - 1]))), *map(_padded, others[first - 1 :])]
    return Pieces(tuple(pieces), frozenset(at for at, is_shared in enumerate(shared[first:], 1) if is_shared))


def _directory(parts: Parts) -> bytes:
    """Where each table stands, in the order of their names."""
    entries = {}
    at = 12 + 16 * len(parts)
    for tag, some in parts.items():
        length = sum(map(len, some))
        checksum = sum(_checksum(part, shared=number == 0) for number, part in enumerate(some))
        entries[tag] = struct.pack(">4sLLL", tag, checksum & 0xFFFFFFFF, at, length)
        at += -(-length // 4) * 4
    power = len(parts).bit_length() - 1
    head = struct.pack(">LHHHH", 0x10000, len(parts), 16 << power, power, 16 * len(parts) - (16 << power))
    return head + b"".join(entries[tag] for tag in sorted(entries))


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 4)


def _checksum(part: bytes, shared: bool) -> int:
    return _known_sum(part) if shared else _sum(part)


def _sum(data: bytes) -> int:
    """The sum of the numbers of four bytes, of which some are missing at the end."""
    numbers = array.array("I", _padded(data))
    if sys.byteorder == "little":
        numbers.byteswap()
    return sum(numbers)


_known_sum = functools.lru_cache(maxsize=128)(_sum)
