"""Which kind of file a roster is, by its ending and by what is in it; refused if it is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from docgen.diagnostics import Place, did_you_mean, nearest
from docgen.language import _
from docgen.roster.codes import Code
from docgen.roster.sheets import Sheet, refuse

LARGEST = 200_000_000
"""Bytes; a roster of 100,000 units has some 20 million."""

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PART = "EncryptedPackage".encode("utf-16-le")
"""What a workbook with a password is packed into."""

OTHER_ENDINGS = {
    ".et": "Excel (.xlsx)",
    ".ods": "Excel (.xlsx)",
    ".numbers": "Excel (.xlsx)",
    ".xlsb": "Excel (.xlsx)",
    ".txt": "CSV (.csv)",
    ".tsv": "CSV (.csv)",
    ".doc": "Excel (.xlsx)",
    ".docx": "Excel (.xlsx)",
    ".pdf": "Excel (.xlsx)",
    ".json": "YAML (.yaml)",
}
"""What people have rosters in, and as what they should be saved."""


def sheets_of(path: Path, sheet: str = "") -> list[Sheet]:
    """The tables in a file, or the one called ``sheet``. Raises DocgenError (exit code 3)."""
    read = READERS.get(path.suffix.lower())
    _must_be_a_file(path)
    if read is None:
        better = OTHER_ENDINGS.get(path.suffix.lower(), "Excel (.xlsx)")
        message = _("a roster is .xlsx, .xls, .csv or .yaml, not {ending}").format(ending=path.suffix or path.name)
        refuse(Code.WRONG_FILE, message, str(path), _("save it as {kind}").format(kind=better))
    return read(path, sheet)


def _must_be_a_file(path: Path) -> None:
    try:
        if path.is_dir():
            refuse(Code.NOT_A_FILE, _("this is a folder, not a file"), str(path), _("name the file in it"))
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except FileNotFoundError:
        beside = [other.name for other in path.parent.iterdir()] if path.parent.is_dir() else []
        hint = did_you_mean(path.name, beside) if nearest(path.name, beside) else ""
        refuse(Code.NO_FILE, _("there is no such file"), str(path), hint)
    except PermissionError:
        refuse(Code.UNREADABLE, _("you may not read this file"), str(path), _("ask its owner, or close it in Excel"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        refuse(Code.UNREADABLE, _("the file cannot be read: {reason}").format(reason=reason), str(path))
    if size == 0:
        refuse(Code.NOTHING_IN_IT, _("the file is empty"), str(path))
    if size > LARGEST:
        message = _("{size} MB is too much for a roster").format(size=size // 1_000_000)
        refuse(Code.TOO_LARGE, message, str(path), _("delete pictures and empty rows, or divide it"))


def _workbook(path: Path, sheet: str) -> list[Sheet]:
    """An Excel file; a name that says .xls of what is .xlsx inside does no harm."""
    from docgen.roster.workbook_file import workbook_sheets

    with path.open("rb") as file:
        head = file.read(512)
    if head.startswith(ZIP):
        return workbook_sheets(path, sheet)
    if not head.startswith(OLE):
        _no_workbook(path, head)
    if _holds(path, ENCRYPTED_PART):
        message = _("the workbook is protected by a password")
        refuse(Code.ENCRYPTED, message, str(path), _("save it without a password"))
    return workbook_sheets(path, sheet)


def _no_workbook(path: Path, head: bytes) -> None:
    """Many systems hand out a web page or a CSV file and call it .xls."""
    text = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if text.startswith((b"<", b"mime-version")):
        message = _("this is a web page that is named like an Excel file")
        refuse(Code.WRONG_FILE, message, str(path), _("open it in Excel or WPS and save it as .xlsx"))
    if b"\0" not in head and (b"," in head or b"\t" in head or b";" in head):
        message = _("this is a text that is named like an Excel file")
        refuse(Code.WRONG_FILE, message, str(path), _("rename it to .csv"))
    refuse(Code.WRONG_FILE, _("this is not an Excel file"), str(path), _("save it as .xlsx in Excel or WPS"))


def _holds(path: Path, part: bytes) -> bool:
    """Whether a file holds these bytes; read piece by piece."""
    with path.open("rb") as file:
        before = b""
        while piece := file.read(1_000_000):
            if part in before + piece:
                return True
            before = piece[-len(part) :]
    return False


def _csv(path: Path, sheet: str) -> list[Sheet]:
    from docgen.roster.csv_file import csv_sheets

    _has_no_sheets(path, sheet)
    return csv_sheets(path)


def _yaml(path: Path, sheet: str) -> list[Sheet]:
    from docgen.roster.yaml_file import yaml_sheets

    _has_no_sheets(path, sheet)
    return yaml_sheets(path)


def _has_no_sheets(path: Path, sheet: str) -> None:
    if sheet:
        message = _('only Excel files have sheets; "{sheet}" cannot be found here').format(sheet=sheet)
        refuse(Code.NO_SHEET, message, Place(str(path)), _('leave out "#{sheet}"').format(sheet=sheet))


READERS: dict[str, Callable[[Path, str], list[Sheet]]] = {
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".xls": _workbook,
    ".csv": _csv,
    ".yaml": _yaml,
    ".yml": _yaml,
}
"""The endings that a roster may have."""
