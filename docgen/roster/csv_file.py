"""Rosters as CSV: UTF-8, GB18030 or UTF-16; separated by commas, tabs or semicolons; read line by line."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import Place
from docgen.language import _
from docgen.roster.codes import Code
from docgen.roster.sheets import Sheet, SheetRow, refuse

DELIMITERS = (",", "\t", ";")
LONGEST_CELL = 1_000_000
"""Characters; what is longer is a quotation mark that never closes."""
PIECE = 1_000_000


def csv_sheets(path: Path) -> list[Sheet]:
    """The file read with each of the separators; the header tells which of them is right."""
    encoding = encoding_of(path)
    return [Sheet(str(path), _Rows(path, encoding, delimiter)) for delimiter in DELIMITERS]


def encoding_of(path: Path) -> str:
    """The encoding in which the whole file can be read. Raises DocgenError (exit code 3)."""
    with path.open("rb") as file:
        start = file.read(4)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        candidates = ["utf-16"]
    else:
        candidates = ["utf-8-sig", "gb18030"]
    for encoding in candidates:
        if _fits(path, encoding):
            return encoding
    message = _("the file is neither UTF-8 nor GB18030")
    refuse(Code.NOT_TEXT, message, str(path), _("save it in Excel or WPS as CSV UTF-8, or as .xlsx"))


def _fits(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _typed(cell: str) -> str:
    """``="0471"`` is how programs write a text that Excel is not to take for a number."""
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 2:
        return cell[2:-1].replace('""', '"')
    return cell


class _Rows:
    """Calling it opens the file and reads it row by row."""

    def __init__(self, path: Path, encoding: str, delimiter: str) -> None:
        self.path, self.encoding, self.delimiter = path, encoding, delimiter

    def __call__(self) -> Iterator[SheetRow]:
        csv.field_size_limit(LONGEST_CELL)
        with self.path.open(encoding=self.encoding, newline="") as file:
            if file.read(1) != "\ufeff":  # the mark before GB18030, which its codec leaves there
                file.seek(0)
            reader = csv.reader(file, delimiter=self.delimiter, strict=True)
            number, begins = 0, 1
            try:
                for number, cells in enumerate(reader, start=1):
                    begins = reader.line_num + 1
                    yield SheetRow(number, [_typed(cell) if cell[:1] == "=" else cell for cell in cells])
            except csv.Error:
                message = _("a quotation mark is open, or stands in the middle of a cell")
                hint = _('put the cell in quotation marks, and write "" for one within it')
                refuse(Code.CSV, message, Place(str(self.path), begins), hint)
