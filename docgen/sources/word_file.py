"""Whether a file is a .docx; and if not, what it is, in the words of who saved it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _

CONTENT_TYPES = "[Content_Types].xml"
_PACKAGE = "application/vnd.openxmlformats-officedocument."
_MAIN = f"{_PACKAGE}wordprocessingml.document.main+xml".encode()
_RELATIONS, _STRICT = "_rels/.rels", b"http://purl.oclc.org/ooxml/"

UNREADABLE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, struct.error, zlib.error)
"""What reading a damaged archive raises."""


def require_word_file(content: bytes, place: Place | None) -> None:
    """Raises DocgenError T400 (exit 4) if the content is not that of a .docx; ``place`` names the file."""
    if why := _why_none(content):
        raise not_a_word_file(why, place)


def not_a_word_file(why: str, place: Place | None) -> DocgenError:
    """The letter for a file that is no .docx."""
    message = _("this is not a Word file ({why})").format(why=why)
    hint = _("open it in Word or WPS and save it as .docx")
    return DocgenError(Problem("T400", message, place, hint), Exit.TEMPLATE)


def _why_none(content: bytes) -> str:
    """Empty if it is one."""
    if not content:
        return _("it is empty")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        return _("it is an old .doc or .wps file, or protected by a password")
    if content.startswith(b"%PDF"):
        return _("it is a PDF")
    if content.startswith(b"{\\rtf"):
        return _("it is an .rtf file")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            return _why_other_archive(file)
    except UNREADABLE:
        return _("it is damaged, or of quite another kind")


def _why_other_archive(file: zipfile.ZipFile) -> str:
    names = file.namelist()
    if "mimetype" in names and b"opendocument" in file.read("mimetype"):
        return _("it is an OpenDocument file, such as .odt")
    if broken := file.testzip():
        return _("{name} is missing or damaged").format(name=broken)
    if CONTENT_TYPES not in names:
        return _("{name} is missing or damaged").format(name=CONTENT_TYPES)
    if _RELATIONS in names and _STRICT in file.read(_RELATIONS):
        return _("it was saved as a Strict Open XML document, not as a Word document")
    types = file.read(CONTENT_TYPES)
    if _MAIN in types:
        return ""
    if b"ms-word." in types:
        return _("it is a Word file with macros, .docm")
    if b"wordprocessingml.template.main" in types:
        return _("it is a Word template, .dotx")
    if b"spreadsheetml" in types:
        return _("it is an Excel file")
    return _("it holds no text of Word")
