"""Deflating at speed: with isal where it is installed, and what is in many files only once for all of them.

A deflated stream may be put together of pieces that were deflated apart, if each ends with a byte (RFC 1951, 3.2.4).
"""

from __future__ import annotations

import functools
import struct
import zlib
from typing import Any

from docgen.frozen import dataclass

_QUICKLY, _WELL = 2, 6
"""isal's level for what is deflated for each file, zlib's for what is kept."""

_WORTH_DEFLATING = 600
"""Shorter, it takes longer to begin than anything is saved."""

_HEAD, _END = b"\x78\x9c", b"\x03\x00"


@dataclass(frozen=True)
class Pieces:
    """Something long in pieces; those whose numbers are ``shared`` stand in other files as well."""

    pieces: tuple[bytes, ...]
    shared: frozenset[int] = frozenset()

    def whole(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces)

    def deflated(self) -> bytes:
        """As a zlib stream."""
        checksum = 1
        for piece in self.pieces:
            checksum = zlib.adler32(piece, checksum)
        parts = (_kept(piece) if at in self.shared else _part(piece) for at, piece in enumerate(self.pieces))
        return b"".join((_HEAD, *parts, _END, checksum.to_bytes(4, "big")))


def deflated(data: bytes) -> bytes:
    """A zlib stream of something short."""
    return Pieces((data,)).deflated()


def _part(piece: bytes) -> bytes:
    return _as_it_is(piece) if len(piece) < _WORTH_DEFLATING else _piece(_quick()(), piece)


def _as_it_is(piece: bytes) -> bytes:
    """A block that is not deflated (RFC 1951, 3.2.4)."""
    return struct.pack("<BHH", 0, len(piece), len(piece) ^ 0xFFFF) + piece if piece else b""


@functools.lru_cache(maxsize=128)
def _kept(piece: bytes) -> bytes:
    return _piece(zlib.compressobj(_WELL, zlib.DEFLATED, -zlib.MAX_WBITS), piece)


def _piece(squeezer: Any, piece: bytes) -> bytes:
    return bytes(squeezer.compress(piece)) + bytes(squeezer.flush(zlib.Z_FULL_FLUSH)) if piece else b""


@functools.cache
def _quick() -> Any:
    """How to begin; isal where it is installed, for it takes half the time."""
    try:
        from isal import isal_zlib
    except ImportError:
        return functools.partial(zlib.compressobj, 6, zlib.DEFLATED, -zlib.MAX_WBITS)
    return functools.partial(isal_zlib.compressobj, _QUICKLY, isal_zlib.DEFLATED, -isal_zlib.MAX_WBITS)
