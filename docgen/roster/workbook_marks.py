"""What stands in an Excel sheet besides its values: errors, formulas without a value, hidden rows.

The XML of an .xlsx sheet is first looked through for the few words that give such things away; only if one is there
is it parsed. Of an .xls file the records are gone through.
"""

from __future__ import annotations

import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from xml.etree import ElementTree
from xml.parsers import expat

from docgen.roster.cells import Broken, cell_name
from docgen.roster.xls_marks import xls_marks

PIECE = 1_000_000
MOST_CELLS = 30_000_000
"""Cells that a sheet may span: calamine keeps room for all of them, filled or not, some 30 bytes each."""

GIVES_AWAY = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/", b't="e"', b"t='e'", b" hidden=")
"""A formula, an error, something hidden; before ``:`` a prefix for the names of elements."""
_FAR = re.compile(rb' r="([A-Z]{2,3})\d+"[^>/]*>')
"""A cell beyond column Z that is not empty."""
_ROW = re.compile(rb'row [^>]*?\br="(\d+)"')
_CELL = re.compile(r"([A-Z]+)(\d+)")


class TooWideError(Exception):
    """A stray cell at the end of the world; ``cell`` is its name."""

    def __init__(self, cell: str) -> None:
        super().__init__(cell)
        self.cell = cell


class DamagedError(Exception):
    """The file cannot be unpacked, or its XML is none."""


DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    ElementTree.ParseError,
    expat.ExpatError,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What reading a damaged package may raise."""


@dataclass
class Marks:
    """Row (from 1) → column (from 0) → what is broken there; hidden rows, in order."""

    broken: dict[int, dict[int, Broken]] = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)

    def add(self, row: int, column: int, broken: Broken) -> None:
        """A broken cell."""
        self.broken.setdefault(row, {})[column] = broken


def marks_of(path: Path, sheet: str) -> Marks:
    """The marks of a sheet; none if the file is not built as Excel builds it.

    Raises ``TooWideError``, and ``DamagedError`` where calamine might have read on without a word.
    """
    if not zipfile.is_zipfile(path):
        errors, hidden = xls_marks(path, sheet)
        marks = Marks(hidden=hidden)
        for row, column, error in errors:
            marks.add(row, column, Broken(error))
        return marks
    try:
        with zipfile.ZipFile(path) as package:
            part = _part_of(package, sheet)
            return _marks(package, part) if part else Marks()
    except KeyError:  # built in another way than Excel does it
        return Marks()
    except DAMAGE as error:
        raise DamagedError(str(error)) from error


def _part_of(package: zipfile.ZipFile, sheet: str) -> str | None:
    """The part of the package that holds the sheet called so."""
    workbook = ElementTree.fromstring(package.read("xl/workbook.xml"))
    links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for element in workbook.iter():
        if element.tag.rpartition("}")[2] == "sheet" and element.get("name") == sheet:
            ids = [value for name, value in element.attrib.items() if name.endswith("}id")]
            target = targets.get(ids[0]) if ids else None
            return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/") if target else None
    return None


def _marks(package: zipfile.ZipFile, part: str) -> Marks:
    suspicious, before, row, column = False, b"", 1, 25
    with package.open(part) as file:
        for piece in _pieces(file):
            suspicious = suspicious or _gives_away(before[-10:] + piece)
            column = max([column, *(_column(letters.decode()) for letters in set(_FAR.findall(piece)))])
            row = _last_row(before + piece) or row
            before = piece[-1000:]
    if (column + 1) * row > MOST_CELLS:
        raise TooWideError(cell_name(row, column))
    if not suspicious:
        return Marks()
    with package.open(part) as file:
        return _Reader().marks(file)


def _last_row(piece: bytes) -> int | None:
    """The row of the last value in a piece of XML; below it, rows may go on that are only formatted."""
    value = max(piece.rfind(b"<v>"), piece.rfind(b"<is>"), piece.rfind(b":v>"))
    found = _ROW.match(piece, piece.rfind(b"row ", 0, max(value, 0)))
    return int(found[1]) if found else None


def _gives_away(piece: bytes) -> bool:
    return any(words in piece for words in GIVES_AWAY)


def _pieces(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _column(letters: str) -> int:
    """A → 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


class _Reader:
    """Goes through the XML of a sheet, keeping what is marked and nothing else."""

    def __init__(self) -> None:
        self.found = Marks()
        self.row, self.column = 0, -1
        self.formula, self.error, self.value = False, False, ""
        self.in_value, self.empty_text = False, False

    def marks(self, file: IO[bytes]) -> Marks:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        for piece in _pieces(file):
            parser.Parse(piece)
        parser.Parse(b"", True)
        return self.found

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition("}")[2]:
            case "row":
                self.row = int(attributes.get("r") or self.row + 1)
                self.column = -1
                if attributes.get("hidden") in ("1", "true"):
                    self.found.hidden.append(self.row)
            case "c":
                place = _CELL.fullmatch(attributes.get("r", ""))
                self.column = _column(place[1]) if place else self.column + 1
                self.formula, self.value = False, ""
                self.error = attributes.get("t") == "e"
                self.empty_text = attributes.get("t") == "str"  # what =IF(…, "") gives
            case "f":
                self.formula = True
            case "v" | "is":
                self.in_value = True
            case _:
                pass

    def text(self, text: str) -> None:
        if self.in_value:
            self.value += text

    def end(self, tag: str) -> None:
        match tag.rpartition("}")[2]:
            case "v" | "is":
                self.in_value = False
            case "c" if self.error or (self.formula and not self.value and not self.empty_text):
                self.found.add(self.row, self.column, Broken(self.value if self.error else ""))
            case _:
                pass
