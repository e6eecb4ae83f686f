"""A CFF font taken apart, so that fonts with fewer of its glyphs can be put together, many times and quickly.

This reads what Typst embeds, a font whose characters are its glyphs' numbers (CID-keyed, Identity) and whose outlines
call no subroutines, and refuses everything else. Adobe Technical Note 5176 has the format.
"""

from __future__ import annotations

import hashlib
import itertools
import struct
from collections.abc import Iterable, Iterator, Sequence

from docgen.frozen import dataclass
from docgen.render.pdf.deflated import Pieces
from docgen.render.pdf.outlines import PutTogether, UnknownFontError

CHARSET, CHARSTRINGS, PRIVATE, FONT_DICTS, DICT_OF_GLYPH = 15, 17, 18, 0xC24, 0xC25
_SUBROUTINES, _NAME = 19, 0xC26
_STANDARD_STRINGS = 391
"""Strings of the font itself are numbered from here."""

_LONG = 29
"""The operand of five bytes; what points to a place in the file has it, so that it can be overwritten."""


@dataclass(frozen=True)
class _Operator:
    """An operator of a dictionary: its operands, and where the last of them stands."""

    operands: tuple[int, ...]
    last: int


@dataclass(frozen=True)
class _FontDict:
    """A font dictionary; its private one, whose place stands at ``last``; its name, its number at ``name_at``."""

    data: bytes
    last: int
    private: bytes
    name: bytes | None = None
    name_at: int = 0


class Cff:
    """The font. Raises UnknownFontError where it is of another kind than the above."""

    def __init__(self, data: bytes) -> None:
        at = data[2]
        _names, at = _index(data, at)
        tops, strings_at = _index(data, at)
        strings, strings_end = _index(data, strings_at)
        subroutines, at = _index(data, strings_end)
        if len(tops) != 1 or subroutines:
            raise UnknownFontError("subroutines")
        self._before_strings, self._behind_strings, self._data = data[:strings_at], data[strings_end:at], data
        self._top_at = _only_dictionary(data)
        self._top = _dictionary(tops[0], (CHARSET, CHARSTRINGS, FONT_DICTS, DICT_OF_GLYPH))
        self.glyphs = _index(data, self._place(CHARSTRINGS))[0]
        self._check_charset()
        self.dict_of = self._dicts_of_glyphs()
        self._dicts = [self._font_dict(one, strings) for one in _index(data, self._place(FONT_DICTS))[0]]
        self._strings = self._strings_of_all(strings)

    def box(self, _glyphs: Iterable[int]) -> tuple[int, ...]:
        """The box that holds every glyph of the font, as it says itself."""
        return self._top[5].operands if 5 in self._top else (0, 0, 0, 0)

    def fixed(self, count: int) -> Fixed:
        """The first ``count`` glyphs."""
        return Fixed(self, count)

    def with_glyphs(self, fixed: Fixed, others: Sequence[int]) -> PutTogether:
        """A font with the ``fixed`` glyphs of this one, then these others, numbered from 0."""
        count = fixed.count + len(others)
        dict_of = fixed.dict_of + bytes(self.dict_of[glyph] for glyph in others)
        used = list(dict.fromkeys(dict_of))
        dict_of = dict_of.translate(bytes(used.index(number) if number in used else 0 for number in range(256)))
        head = bytearray(self._before_strings + self._written_strings(used) + self._behind_strings)
        charset = b"\x02" + struct.pack(">HH", 1, count - 2) if count > 1 else b"\x00"
        places = {CHARSET: len(head), DICT_OF_GLYPH: len(head) + len(charset)}
        places[FONT_DICTS] = places[DICT_OF_GLYPH] + 1 + count
        dicts = self._written_dicts(used, places[FONT_DICTS])
        places[CHARSTRINGS] = places[FONT_DICTS] + len(dicts)
        for key, place in places.items():
            _overwrite(head, self._top_at + self._top[key].last, place)
        outlines = [self.glyphs[glyph] for glyph in others]
        ends = itertools.accumulate(map(len, outlines), initial=fixed.length + 1)
        offsets = b"".join(end.to_bytes(4) for end in itertools.islice(ends, 1, None))
        start = struct.pack(">HB", count, 4)
        first = bytes(head) + charset + b"\x00" + dict_of + dicts + start
        pieces = (first, fixed.offsets, offsets, fixed.outlines, b"".join(outlines))
        return PutTogether(Pieces(pieces, frozenset({1, 3})), count, range(fixed.count, count))

    def _place(self, key: int) -> int:
        return self._top[key].operands[0]

    def _check_charset(self) -> None:
        at, count = self._place(CHARSET), len(self.glyphs)
        numbers = [0]
        kind = self._data[at]
        at += 1
        while len(numbers) < count:
            if kind == 0:
                first, left, at = *struct.unpack_from(">H", self._data, at), 0, at + 2
            elif kind in (1, 2):
                form = ">HB" if kind == 1 else ">HH"
                (first, left), at = struct.unpack_from(form, self._data, at), at + 2 + kind
            else:
                raise UnknownFontError("charset")
            numbers += range(first, first + left + 1)
        if numbers != list(range(count)):
            raise UnknownFontError("characters that are not glyphs' numbers")

    def _dicts_of_glyphs(self) -> bytes:
        """The number of each glyph's dictionary."""
        at, count = self._place(DICT_OF_GLYPH), len(self.glyphs)
        if self._data[at] == 0:
            return self._data[at + 1 : at + 1 + count]
        if self._data[at] != 3:
            raise UnknownFontError("FDSelect")
        (ranges,) = struct.unpack_from(">H", self._data, at + 1)
        starts = [struct.unpack_from(">HB", self._data, at + 3 + 3 * number) for number in range(ranges)]
        ends = [first for first, _number in starts[1:]] + [count]
        return b"".join(bytes([number]) * (end - first) for (first, number), end in zip(starts, ends, strict=True))

    def _font_dict(self, data: bytes, strings: Sequence[bytes]) -> _FontDict:
        operators = _dictionary(data, (PRIVATE,))
        size, place = operators[PRIVATE].operands
        inside = self._data[place : place + size]
        if _SUBROUTINES in _dictionary(inside, ()):
            raise UnknownFontError("subroutines")
        name = operators.get(_NAME)
        if name is None:
            return _FontDict(data, operators[PRIVATE].last, inside)
        number = name.operands[0] - _STANDARD_STRINGS
        if not 0 <= number < len(strings) or not 247 <= data[name.last] <= 250:
            raise UnknownFontError("name of a dictionary")
        return _FontDict(data, operators[PRIVATE].last, inside, strings[number], name.last)

    def _strings_of_all(self, strings: list[bytes]) -> list[bytes]:
        """The strings without the names of dictionaries, which must be the last ones."""
        names = {one.name for one in self._dicts if one.name is not None}
        rest = strings[: len(strings) - len(names)]
        if names != set(strings[len(rest) :]):
            raise UnknownFontError("strings")
        return rest

    def _written_strings(self, numbers: Sequence[int]) -> bytes:
        """The strings, with the names of these dictionaries only: of others a font says nothing."""
        return _as_index([*self._strings, *self._names_of(numbers)])

    def _names_of(self, numbers: Sequence[int]) -> list[bytes]:
        names = (self._dicts[number].name for number in numbers)
        return list(dict.fromkeys(name for name in names if name is not None))

    def _written_dicts(self, numbers: Sequence[int], at: int) -> bytes:
        """These font dictionaries as they stand at ``at``, the private ones behind them."""
        dicts, names = [self._dicts[number] for number in numbers], self._names_of(numbers)
        place = at + len(_as_index([one.data for one in dicts]))
        written = []
        for one in dicts:
            own = bytearray(one.data)
            _overwrite(own, one.last, place)
            if one.name is not None:
                _overwrite_number(own, one.name_at, _STANDARD_STRINGS + len(self._strings) + names.index(one.name))
            written.append(bytes(own))
            place += len(one.private)
        return _as_index(written) + b"".join(one.private for one in dicts)


class Fixed:
    """The first ``count`` glyphs of a font, which stand in all that are put together of it."""

    def __init__(self, font: Cff, count: int) -> None:
        glyphs = font.glyphs[:count]
        self.count = count
        self.outlines = b"".join(glyphs)
        self.length = len(self.outlines)
        self.digest = hashlib.sha256(self.outlines).digest()
        self.offsets = b"".join(end.to_bytes(4) for end in itertools.accumulate(map(len, glyphs), initial=1))
        self.dict_of = font.dict_of[:count]


# ---------------------------------------------------------------- the format


def _only_dictionary(data: bytes) -> int:
    """Where the dictionary of the only font stands."""
    _names, at = _index(data, data[2])
    return at + 3 + 2 * data[at + 2]


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The parts of an INDEX, and where it ends."""
    (count,) = struct.unpack_from(">H", data, at)
    if not count:
        return [], at + 2
    size, first = data[at + 2], at + 3
    start = first + size * (count + 1) - 1
    ends = [start + int.from_bytes(data[one : one + size]) for one in range(first, start + 1, size)]
    return [data[begin:end] for begin, end in itertools.pairwise(ends)], ends[-1]


def _as_index(parts: Sequence[bytes]) -> bytes:
    if not parts:
        return b"\0\0"
    ends = itertools.accumulate(map(len, parts), initial=1)
    return struct.pack(">HB", len(parts), 4) + b"".join(end.to_bytes(4) for end in ends) + b"".join(parts)


def _dictionary(data: bytes, pointing: Sequence[int]) -> dict[int, _Operator]:
    """Operator → operands; those that are ``pointing`` to a place must be there, the place in five bytes."""
    found: dict[int, _Operator] = {}
    operands: list[int] = []
    last = 0
    for at, kind, value in _tokens(data):
        if kind == "operand":
            operands.append(value)
            last = at
        else:
            found[value] = _Operator(tuple(operands), last)
            operands = []
    for key in pointing:
        if key not in found or data[found[key].last] != _LONG:
            raise UnknownFontError(f"operator {key}")
    return found


def _tokens(data: bytes) -> Iterator[tuple[int, str, int]]:
    """Operands and operators with their places; a real number counts as 0, for no place is one."""
    at = 0
    while at < len(data):
        first, start = data[at], at
        if first == 12:
            at += 2
            yield start, "operator", 12 << 8 | data[start + 1]
        elif first <= 21:
            at += 1
            yield start, "operator", first
        elif first == 28:
            at += 3
            yield start, "operand", int.from_bytes(data[start + 1 : at], signed=True)
        elif first == _LONG:
            at += 5
            yield start, "operand", int.from_bytes(data[start + 1 : at], signed=True)
        elif first == 30:
            at = next(end for end in range(at + 1, len(data)) if 0xF in (data[end] >> 4, data[end] & 0xF)) + 1
            yield start, "operand", 0
        elif first <= 246:
            at += 1
            yield start, "operand", first - 139
        else:
            at += 2
            high = (first - 247) * 256 + 108 if first <= 250 else -(first - 251) * 256 - 108
            yield start, "operand", high + (data[start + 1] if first <= 250 else -data[start + 1])


def _overwrite(data: bytearray, at: int, value: int) -> None:
    data[at + 1 : at + 5] = value.to_bytes(4, signed=True)


def _overwrite_number(data: bytearray, at: int, value: int) -> None:
    """A number from 108 to 1131, in the place of another such."""
    data[at : at + 2] = (247 * 256 + value - 108).to_bytes(2)
