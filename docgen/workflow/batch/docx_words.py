"""The words of a DOCX, read back from the file: its members, their paragraphs, the text of each."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator
from html import unescape
from pathlib import Path

from docgen.workflow.batch.unreadable import UnreadableError

Member = tuple[str, int, int]
"""A member of an archive: its name, checksum and size."""


def docx_members(path: Path, known: Collection[Member] = ()) -> Iterator[tuple[Member, bytes]]:
    """The XML of a DOCX, member by member, without those that are already known.

    Raises UnreadableError if it is no archive, or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            for member in archive.infolist():
                this = (member.filename, member.CRC, member.file_size)
                if member.filename.endswith((".xml", ".rels")) and this not in known:
                    yield this, archive.read(member)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError) as error:
        raise UnreadableError(str(error)) from error


def paragraphs(xml: bytes) -> list[bytes]:
    """The paragraphs of a member as they stand; each part of a core property counts as one."""
    return xml.split(b"</w:p>") if b"</w:p>" in xml else xml.split(b"</")


def docx_text(paragraph: bytes) -> str:
    """The text of a paragraph, and behind it that of attributes (a bookmark's name, a picture's description)."""
    xml = paragraph.decode()
    attributes = "\n".join(value for value in _ATTRIBUTE.findall(xml) if not value.isascii())
    text = _TAG.sub("", _BREAK.sub("\n<", xml))
    return unescape(f"{text}\n{attributes}" if attributes else text)


_TAG = re.compile("<[^>]*>")
_BREAK = re.compile("<(?=w:(?:br|cr|tab)[ />])")
_ATTRIBUTE = re.compile('="([^"]*)"')
