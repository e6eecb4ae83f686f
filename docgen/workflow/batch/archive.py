"""A zip archive written file by file: nothing is kept in memory, not even the list of what is in it.

Names are UTF-8 and say so (bit 11), which Windows, macOS and unzip all understand. Documents are archives themselves
and are stored as they are. Dates are fixed, so the same files make the same archive. Beyond 65,535 files or 4 GB the
archive has the longer tables (zip64) that every program of the last fifteen years reads.
"""

from __future__ import annotations

import contextlib
import datetime
import shutil
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")

_UTF8 = 1 << 11
_MADE_ON_UNIX = 3 << 8
_READABLE = 0o100644 << 16
_MOST_FILES, _MOST_BYTES = 0xFFFF, 0xFFFFFFFF
_MOST_OFFSET = _MOST_BYTES
_EARLIEST = datetime.datetime(1980, 1, 1, tzinfo=datetime.UTC)


class ArchiveWriter:
    """A new archive at ``path``; ``moment`` (seconds since 1970) is the date of every file in it. A context manager."""

    def __init__(self, path: Path, moment: int) -> None:
        date = max(datetime.datetime.fromtimestamp(moment, datetime.UTC), _EARLIEST)
        self._time = date.hour << 11 | date.minute << 5 | date.second // 2
        self._date = (date.year - 1980) << 9 | date.month << 5 | date.day
        self._out = path.open("wb")
        self._list = tempfile.TemporaryFile(dir=path.parent)  # noqa: SIM115
        self._count = 0

    def add(self, name: str, data: bytes) -> None:
        """One more file."""
        self._begin(name, zlib.crc32(data), len(data))
        self._out.write(data)

    def add_file(self, name: str, path: Path) -> None:
        """A file from the disk: read twice, never held whole."""
        crc, size = 0, 0
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                crc, size = zlib.crc32(block, crc), size + len(block)
            self._begin(name, crc, size)
            file.seek(0)
            shutil.copyfileobj(file, self._out)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_what: object) -> None:
        with contextlib.closing(self._out), contextlib.closing(self._list):
            if kind is None:
                self._finish()

    def _begin(self, name: str, crc: int, size: int) -> None:
        offset, encoded = self._out.tell(), name.encode()
        if size > _MOST_BYTES:
            raise ValueError("a file of more than 4 GB")
        shared = (_UTF8, 0, self._time, self._date, crc, size, size, len(encoded))
        self._out.write(_LOCAL.pack(b"PK\x03\x04", 20, *shared, 0) + encoded)
        far = offset >= _MOST_OFFSET
        extra = struct.pack("<2HQ", 1, 8, offset) if far else b""
        version = 45 if far else 20
        self._list.write(
            _CENTRAL.pack(
                b"PK\x01\x02",
                _MADE_ON_UNIX | version,
                version,
                *shared,
                len(extra),
                0,
                0,
                0,
                _READABLE,
                _MOST_BYTES if far else offset,
            )
            + encoded
            + extra
        )
        self._count += 1

    def _finish(self) -> None:
        """The list of files behind the files, and behind it where it begins."""
        start, size = self._out.tell(), self._list.tell()
        self._list.seek(0)
        shutil.copyfileobj(self._list, self._out)
        if self._count >= _MOST_FILES or start >= _MOST_OFFSET or size >= _MOST_BYTES:
            counts = (self._count, self._count, size, start)
            self._out.write(_END64.pack(b"PK\x06\x06", _END64.size - 12, 45, 45, 0, 0, *counts))
            self._out.write(_LOCATOR.pack(b"PK\x06\x07", 0, start + size, 1))
        count = min(self._count, _MOST_FILES)
        ends = (count, count, min(size, _MOST_BYTES), min(start, _MOST_BYTES))
        self._out.write(_END.pack(b"PK\x05\x06", 0, 0, *ends, 0))


# ---------------------------------------------------------------- the list of files

LIST = "文件清单.txt"


def list_of_files(title: str, rows: Iterable[tuple[str, int]]) -> Iterator[bytes]:
    """A text that lists files with their sizes, in pieces; Notepad shows it on any Windows."""
    yield "\ufeff".encode() + f"{title}\r\n\r\n".encode()
    count = 0
    for count, (name, size) in enumerate(rows, start=1):
        yield f"{count}. {name}　{size:,} 字节\r\n".encode()
    yield f"\r\n共 {count} 个文件\r\n".encode()
