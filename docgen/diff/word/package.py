"""A Word file opened with care: it may come from anybody.

What is no .docx, is encrypted, broken, grows beyond measure when unpacked, or refers to other files by entities is
refused by a letter (D1xx, exit 3) before anything of it is read.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from typing import NoReturn

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.diff.word.names import Node
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.word_file import UNREADABLE

MOST_MEMBERS = 5_000
MOST_BYTES = 300_000_000
MOST_OF_MAIN = 100_000_000
MOST_GROWTH = 200
"""How many times its size a part may become; text packs 5 to 30 times smaller. Small parts may grow more."""
_SMALL = 5_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATE = (1980, 1, 1, 0, 0, 0)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."


@dataclass(frozen=True)
class Package:
    """The parts of a Word file by name; ``main`` names the one with the text."""

    parts: Mapping[str, bytes]
    main: str
    name: str

    @property
    def folder(self) -> str:
        """Where the main part lies, with a stroke: ``word/``."""
        return self.main.rpartition("/")[0] + "/"

    def part(self, name: str) -> bytes:
        """A part beside the main one (``styles.xml``), or nothing."""
        return self.parts.get(self.folder + name, b"")

    def with_main(self, content: bytes) -> Package:
        """The same with another text."""
        return replace(self, parts={**self.parts, self.main: content})


def open_package(data: bytes, name: str) -> Package:
    """The parts of a .docx. Raises DocgenError (exit 3), naming it as ``name``, where it is none or is not safe."""
    if not data.startswith(b"PK"):
        _refuse(name, *_another_kind(data))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_bombs(archive, len(data), name)
            parts = {one.filename: archive.read(one) for one in archive.infolist() if not one.is_dir()}
    except (*UNREADABLE, ValueError, OSError) as error:
        _refuse(name, "D103", _("the file is broken ({error})").format(error=error), _again())
    return Package(parts, _main_part(parts, name), name)


def parsed(content: bytes, name: str) -> Node:
    """The root of a part. No entity is resolved, no other file read; a document type of its own is refused."""
    from lxml import etree

    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content or b"<\0!\0D\0O\0C" in content[:8192]:
        message = _("the file refers to outside text (a document type with entities); it was not read")
        _refuse(name, "D105", message, _("open it in Word or WPS, save it again as .docx, and ask where it comes from"))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        _refuse(name, "D103", _("the file is broken ({error})").format(error=error), _again())


def packed(package: Package) -> bytes:
    """The file; equal parts give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(package.parts, key=lambda one: (one != "[Content_Types].xml", one)):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, package.parts[name])
    return out.getvalue()


# ---------------------------------------------------------------- what is refused


def _refuse(name: str, code: str, message: str, hint: str) -> NoReturn:
    raise DocgenError(Problem(code, message, Place(name), hint), Exit.CAMPAIGN)


def _again() -> str:
    return _("open it in Word or WPS, save it again as .docx, and take that one")


def _another_kind(data: bytes) -> tuple[str, str, str]:
    """Code, message and hint for what is no archive."""
    if data.startswith(_OLE):
        if _wide("EncryptedPackage") in data or _wide("EncryptionInfo") in data:
            hint = _("open it, take the password off (File, Info, Protect Document), save it, and take that one")
            return "D102", _("the file is encrypted, it opens with a password only"), hint
        return "D101", _("this is a file of Word 97–2003 (.doc) or of another old program, not a .docx"), _again()
    for start, kind in (
        (b"%PDF", "PDF"),
        (b"{\\rtf", "RTF"),
        (b"<", "HTML, XML"),
        (b"\x89PNG", "PNG"),
        (b"\xff\xd8", "JPEG"),
    ):
        if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(start):
            return "D101", _("this is a file of another kind ({kind}), not a .docx").format(kind=kind), _again()
    if not data.strip():
        return "D103", _("the file is empty"), _("take the file as it was sent")
    return "D101", _("this is not a .docx"), _again()


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _refuse_bombs(archive: zipfile.ZipFile, size: int, name: str) -> None:
    """By what the archive says of itself; zipfile reads no more of a member than that."""
    members = archive.infolist()
    if any(one.flag_bits & 1 for one in members):
        _refuse(name, "D102", _("the file is encrypted, it opens with a password only"), _again())
    total = sum(one.file_size for one in members)
    swollen = [
        one for one in members if one.file_size > _SMALL and one.file_size > MOST_GROWTH * max(one.compress_size, 1)
    ]
    repeated = len({one.filename for one in members}) != len(members)
    if len(members) > MOST_MEMBERS or total > MOST_BYTES or swollen or repeated:
        message = _("unpacked, the file would be {megabytes} MB in {n} parts, from {kilobytes} kB; it was not read")
        words = message.format(megabytes=total // 1_000_000, n=len(members), kilobytes=size // 1000)
        _refuse(name, "D104", words, _("ask where it comes from; if it is sound, save it again without large pictures"))


def _main_part(parts: Mapping[str, bytes], name: str) -> str:
    kinds = parts.get("[Content_Types].xml", b"").decode("utf-8", "replace")
    found = [
        match[1].lstrip("/")
        for node in re.findall(r"<[^>]*\bOverride\b[^>]*>", kinds)
        if _MAIN in node and ".main+xml" in node and (match := re.search(r'PartName="([^"]*)"', node))
    ] or (["word/document.xml"] if "word/document.xml" in parts else [])
    main = next((one for one in found if one in parts), None)
    if main is None:
        for start, kind in (
            ("xl/", "Excel"),
            ("ppt/", "PowerPoint"),
            ("content.xml", "OpenDocument"),
            ("Document", "OFD"),
        ):
            if any(one.startswith(start) for one in parts):
                message = _("this is a file of another kind ({kind}), not a .docx").format(kind=kind)
                _refuse(name, "D101", message, _("compare two .docx, or two campaigns"))
        _refuse(name, "D101", _("this is an archive, not a .docx"), _("compare two .docx, or two campaigns"))
    if len(parts[main]) > MOST_OF_MAIN:
        message = _("the text alone is {megabytes} MB; it was not read").format(megabytes=len(parts[main]) // 1_000_000)
        _refuse(name, "D104", message, _("ask where it comes from"))
    return main
