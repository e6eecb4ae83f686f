"""The archive of a .docx: members that never change stay deflated as they are, the others are put in behind them.

Everything that does not depend on a document is laid out once, so that a document costs one deflate of what varies.
No dates, no random names: the same members are the same bytes.
"""

from __future__ import annotations

import functools
import io
import struct
import zipfile
from collections.abc import Callable, Mapping, Sequence

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.sources.word_file import require_word_file

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_UTF8_NAMES = 0x800
_DATE = 1 << 5 | 1  # 1 January 1980, the first day that an archive knows
_LEVEL = 1
"""With isal the lowest level that does not lose size to speed; zlib's own for its fallback."""


@dataclass(frozen=True)
class Member:
    """A file in the archive; ``packed`` is deflated where ``method`` is 8, as it stands where it is 0."""

    name: str
    packed: bytes
    method: int
    crc: int
    size: int


@dataclass(frozen=True)
class Archive:
    """All that is in a .docx, by name, still packed."""

    members: Mapping[str, Member]

    def read(self, name: str) -> bytes:
        """A member's content."""
        import zlib

        member = self.members[name]
        return zlib.decompress(member.packed, -15) if member.method == zipfile.ZIP_DEFLATED else member.packed

    def with_members(self, contents: Mapping[str, bytes]) -> Archive:
        """With other contents for these members."""
        return Archive({**self.members, **{name: packed(name, content) for name, content in contents.items()}})


def read_archive(docx: bytes, place: Place | None = None) -> Archive:
    """The members of a Word file. Raises DocgenError T400 (exit 4) if it is none."""
    require_word_file(docx, place)
    with zipfile.ZipFile(io.BytesIO(docx)) as file:
        return Archive({info.filename: _member(file, info, docx) for info in file.infolist() if not info.is_dir()})


def _member(file: zipfile.ZipFile, info: zipfile.ZipInfo, docx: bytes) -> Member:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
        return packed(info.filename, file.read(info))
    name_length, extra_length = struct.unpack_from("<2H", docx, info.header_offset + 26)
    start = info.header_offset + _LOCAL.size + name_length + extra_length
    data = docx[start : start + info.compress_size]
    return Member(info.filename, data, info.compress_type, info.CRC, info.file_size)


def packed(name: str, content: bytes) -> Member:
    """A member with this content."""
    deflate, crc32 = coder()
    return Member(name, deflate(content), zipfile.ZIP_DEFLATED, crc32(content), len(content))


@functools.cache
def coder() -> tuple[Callable[[bytes], bytes], Callable[[bytes], int]]:
    """How to deflate and check; isal where it is installed, for it takes half the time."""
    try:
        from isal import isal_zlib
    except ImportError:
        import zlib

        return lambda content: zlib.compress(content, _LEVEL, -15), zlib.crc32
    return lambda content: isal_zlib.compress(content, _LEVEL, -15), isal_zlib.crc32


class Packer:
    """Archives that differ only in some members: ``pack`` gives one of them its content."""

    def __init__(self, archive: Archive, varying: tuple[str, ...]) -> None:
        self._deflate, self._crc32 = coder()
        self._varying = [name.encode() for name in varying]
        fixed = [member for name, member in archive.members.items() if name not in varying]
        # Whoever looks at the first bytes only knows a Word file by this member.
        fixed.sort(key=lambda member: member.name != "[Content_Types].xml")
        front, directory = io.BytesIO(), io.BytesIO()
        for member in fixed:
            offset = front.tell()
            name, size = member.name.encode(), len(member.packed)
            front.write(_local(name, member.method, member.crc, size, member.size))
            front.write(member.packed)
            directory.write(_central(name, member.method, member.crc, size, member.size, offset))
        self._front, self._directory = front.getvalue(), directory.getvalue()
        self._count = len(fixed) + len(varying)

    def pack(self, contents: Sequence[bytes]) -> bytes:
        """The archive with these contents of the varying members, in their order."""
        pieces, directory = [self._front], [self._directory]
        offset = len(self._front)
        for name, content in zip(self._varying, contents, strict=True):
            data, crc = self._deflate(content), self._crc32(content)
            head = _local(name, zipfile.ZIP_DEFLATED, crc, len(data), len(content))
            directory.append(_central(name, zipfile.ZIP_DEFLATED, crc, len(data), len(content), offset))
            pieces += (head, data)
            offset += len(head) + len(data)
        entries = b"".join(directory)
        end = _END.pack(b"PK\x05\x06", 0, 0, self._count, self._count, len(entries), offset, 0)
        return b"".join((*pieces, entries, end))


def _local(name: bytes, method: int, crc: int, packed_size: int, size: int) -> bytes:
    head = (b"PK\x03\x04", _VERSION, _UTF8_NAMES, method, 0, _DATE)
    return _LOCAL.pack(*head, crc, packed_size, size, len(name), 0) + name


def _central(name: bytes, method: int, crc: int, packed_size: int, size: int, offset: int) -> bytes:
    head = (b"PK\x01\x02", _VERSION, _VERSION, _UTF8_NAMES, method, 0, _DATE)
    return _CENTRAL.pack(*head, crc, packed_size, size, len(name), 0, 0, 0, 0, 0, offset) + name
