"""Errors in cells of an .xls file, which calamine hands on as empty, and its hidden rows: read from the records.

An .xls file is a small file system (sectors of 512 bytes, chained); its stream "Workbook" is a row of records, each
with a number and a length. Sheets begin where their BOUNDSHEET record says.
"""

from __future__ import annotations

import itertools
import struct
from collections.abc import Iterator
from pathlib import Path

ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

BOUNDSHEET, BOOLERR, FORMULA, ROW, END = 0x85, 0x205, 0x06, 0x208, 0x0A
LAST_SECTOR = 0xFFFFFFFA
"""Sector numbers from here on mean the end of a chain."""


def xls_marks(path: Path, sheet: str) -> tuple[list[tuple[int, int, str]], list[int]]:
    """Row (from 1), column (from 0) and error of each such cell, and the hidden rows.

    None of them if the file is not built as it should be.
    """
    try:
        stream = _workbook_stream(path.read_bytes())
        start = next((at for name, at in _sheets(stream) if name == sheet), None)
        return ([], []) if start is None else (list(_errors(stream, start)), list(_hidden(stream, start)))
    except (struct.error, IndexError, UnicodeDecodeError):
        return [], []


def _records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    while at + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, at)
        yield number, stream[at + 4 : at + 4 + length]
        at += 4 + length


def _sheets(stream: bytes) -> Iterator[tuple[str, int]]:
    """Names and beginnings of the sheets."""
    for number, data in _records(stream, 0):
        if number == BOUNDSHEET:
            at, _flags, length, wide = struct.unpack_from("<IHBB", data)
            name = data[8 : 8 + length * 2].decode("utf-16-le") if wide & 1 else data[8 : 8 + length].decode("latin-1")
            yield name, at
        elif number == END:
            return


def _in_sheet(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    return itertools.takewhile(lambda record: record[0] != END, _records(stream, start))


def _hidden(stream: bytes, start: int) -> Iterator[int]:
    """By hand or by a filter: the height is zero."""
    for number, data in _in_sheet(stream, start):
        if number == ROW and data[12] & 0x20:
            yield int(struct.unpack_from("<H", data)[0]) + 1


def _errors(stream: bytes, start: int) -> Iterator[tuple[int, int, str]]:
    for number, data in _in_sheet(stream, start):
        if number == BOOLERR and data[7]:
            row, column = struct.unpack_from("<HH", data)
            yield row + 1, column, ERRORS.get(data[6], "#?")
        # A formula's result of eight bytes is no number if it ends in FFFF; the first then tells what it is.
        elif number == FORMULA and data[12:14] == b"\xff\xff" and data[6] == 2:
            row, column = struct.unpack_from("<HH", data)
            yield row + 1, column, ERRORS.get(data[8], "#?")


# ---------------------------------------------------------------- the small file system


def _workbook_stream(data: bytes) -> bytes:
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    count, first_directory, _unused, small_limit = struct.unpack_from("<IIII", data, 44)
    table = _allocation(data, size, count)
    directory = _chain(data, table, first_directory, size)
    for at in range(0, len(directory), 128):
        length = struct.unpack_from("<H", directory, at + 64)[0]
        name = directory[at : at + max(length - 2, 0)].decode("utf-16-le")
        start, bytes_in = struct.unpack_from("<II", directory, at + 116)
        if name in ("Workbook", "Book") and bytes_in >= small_limit:
            return _chain(data, table, start, size)[:bytes_in]
    return b""


def _allocation(data: bytes, size: int, count: int) -> tuple[int, ...]:
    """For each sector, the one that follows it."""
    sectors = list(struct.unpack_from("<109I", data, 76))
    more = struct.unpack_from("<I", data, 68)[0]
    while more < LAST_SECTOR and len(sectors) < count + 128:
        entries = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        sectors += entries[:-1]
        more = entries[-1]
    used = [sector for sector in sectors[:count] if sector < LAST_SECTOR]
    return tuple(entry for sector in used for entry in struct.unpack_from(f"<{size // 4}I", data, (sector + 1) * size))


def _chain(data: bytes, table: tuple[int, ...], sector: int, size: int) -> bytes:
    parts: list[bytes] = []
    while sector < LAST_SECTOR and len(parts) <= len(table):
        parts.append(data[(sector + 1) * size : (sector + 2) * size])
        sector = table[sector]
    return b"".join(parts)
