"""Installed fonts: the faces in the system's font folders that go by a name in ``font_roles``.

A machine may hold thousands of fonts, so each file is opened once: its name table is searched as raw bytes,
and only a file with a known name is parsed. What was found is kept in a cache under path, size and time of the file.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import struct
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from docgen.frozen import dataclass
from docgen.world.coverage import Coverage, gb2312
from docgen.world.font_cache import read_cache, write_cache
from docgen.world.font_roles import KNOWN_NAMES, LICENCES

_SUFFIXES = (".ttf", ".otf", ".ttc", ".otc")


@dataclass(frozen=True)
class InstalledFace:
    """One face of a font file. ``family`` is what Typst calls it, ``names`` all its names in lower case."""

    path: Path
    index: int
    family: str
    names: frozenset[str]
    weight: int
    licence: str
    coverage: Coverage
    lacks: int
    """How many of the 3755 common characters (GB 2312, level 1) it does not have."""


def installed_faces(folders: Iterable[Path]) -> tuple[InstalledFace, ...]:
    """The upright faces with known names in ``folders`` and below, by folder, then by path."""
    cache = read_cache()
    files: dict[str, list[Any]] = {}
    for path, size, modified in _font_files(folders):
        entry = cache.get(path)
        if not entry or entry[:2] != [size, modified]:
            entry = [size, modified, _read_file(Path(path))]
        files[path] = entry
    if any(cache.get(path) is not entry for path, entry in files.items()):
        write_cache({**cache, **files})
    return tuple(_face(Path(path), record) for path, entry in files.items() for record in entry[2])


def _face(path: Path, record: dict[str, Any]) -> InstalledFace:
    return InstalledFace(
        path=path,
        index=record["index"],
        family=record["family"],
        names=frozenset(record["names"]),
        weight=record["weight"],
        licence=record["licence"],
        coverage=Coverage(tuple(record["coverage"])),
        lacks=record["lacks"],
    )


# ---------------------------------------------------------------- looking into folders


def _font_files(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of every font file, each folder once though links may lead to it again."""
    seen: set[Path] = set()
    for folder in folders:
        yield from _walk(folder, seen)


def _walk(folder: Path, seen: set[Path]) -> Iterator[tuple[str, int, int]]:
    try:
        real = folder.resolve()
        if real in seen:
            return
        seen.add(real)
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except (OSError, RuntimeError):
        return
    for entry in entries:
        # A link may lead nowhere and a folder may be closed to us: neither is a reason to stop.
        with contextlib.suppress(OSError):
            if entry.name.lower().endswith(_SUFFIXES) and entry.is_file():
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns
            elif entry.is_dir():
                yield from _walk(Path(entry.path), seen)


# ---------------------------------------------------------------- reading a font file


def _read_file(path: Path) -> list[dict[str, Any]]:
    """What the cache keeps of a file: a record for each face with a known name."""
    try:
        with path.open("rb") as file:
            records = [record for index in range(_face_count(file)) if (record := _read_face(file, index))]
    except Exception:
        # Font files come from anywhere and break a parser in every way; a broken font is no font.
        return []
    families = _typst_families(path) if records else {}
    return [{**record, "family": families.get(record["index"], record["family"])} for record in records]


def _face_count(file: BinaryIO) -> int:
    """A collection (.ttc) holds several faces; its header says how many."""
    head = file.read(12)
    return int(struct.unpack(">L", head[8:])[0]) if head[:4] == b"ttcf" else 1


def _read_face(file: BinaryIO, index: int) -> dict[str, Any] | None:
    from fontTools.ttLib import TTFont

    file.seek(0)
    font = TTFont(file, fontNumber=index, lazy=True)
    if "name" not in font or not _may_be_known(font.reader["name"]):
        return None
    names = _names(font)
    if not KNOWN_NAMES & names.keys() or _is_slanted(font):
        return None
    coverage = _coverage(font)
    return {
        "index": index,
        "family": next(iter(names.values())),
        "names": sorted(names),
        "weight": _weight(font),
        "licence": _licence(font, names),
        "coverage": coverage.bounds,
        "lacks": len(coverage.missing(gb2312(16, 55))),
    }


def _may_be_known(table: bytes) -> bool:
    """Whether a raw name table holds a known name somewhere; quick, and sure only in saying no."""
    lower = table.lower()
    return any(form in lower for form in _known_forms())


@functools.cache
def _known_forms() -> tuple[bytes, ...]:
    """The known names as a name table may write them: UTF-16, or one byte a letter as the old Mac did."""
    forms = {name.encode("utf-16-be") for name in KNOWN_NAMES}
    forms |= {name.encode() for name in KNOWN_NAMES if name.isascii()}
    return tuple(sorted(form.lower() for form in forms))


def _names(font: Any) -> dict[str, str]:
    """Family and full names in every language, lower case → as written; the family comes first."""
    records = [record for name_id in (1, 16, 4) for record in font["name"].names if record.nameID == name_id]
    texts = [record.toUnicode("replace").strip() for record in records]
    return {text.casefold(): text for text in texts if text}


def _is_slanted(font: Any) -> bool:
    return "OS/2" in font and bool(font["OS/2"].fsSelection & 1)


def _weight(font: Any) -> int:
    """400 regular, 700 bold; some bold fonts call themselves 400 and only set the flag."""
    weight = int(font["OS/2"].usWeightClass) if "OS/2" in font else 400
    return 700 if weight == 400 and font["head"].macStyle & 1 else weight


def _licence(font: Any, names: dict[str, str]) -> str:
    """The licence in a line: by our table, else the font's words (name IDs 13, 14), else its copyright."""
    for prefix, licence in LICENCES.items():
        if any(name.startswith(prefix) for name in names.values()):
            return licence
    said = (font["name"].getDebugName(name_id) for name_id in (13, 14, 0))
    text = " ".join(next((words for words in said if words), "").split())
    return text if len(text) <= 120 else f"{text[:119]}…"


def _coverage(font: Any) -> Coverage:
    # Names of glyphs are of no use here and cost most of the time: number them; number 0 is the empty box.
    font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
    return Coverage.of(point for point, glyph in (font.getBestCmap() or {}).items() if glyph != "0")


def _typst_families(path: Path) -> dict[int, str]:
    """Family by index as Typst's own font book has it: by any other name Typst would not find the face."""
    try:
        import typst
    except ImportError:
        # Without Typst nobody asks for its names; ``docgen doctor`` says that it is missing.
        return {}
    # Typst looks through folders only: the font alone is put into one, so that it need not read a thousand.
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        _link(path, Path(folder) / path.name)
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
        return {font.index: font.family for font in fonts.fonts()}


def _link(path: Path, target: Path) -> None:
    try:
        target.symlink_to(path.resolve())
    except OSError:
        # Windows lets few users make links.
        shutil.copyfile(path, target)
