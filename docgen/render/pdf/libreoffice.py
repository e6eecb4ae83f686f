"""PDF by LibreOffice: it converts the DOCX itself. For looks that have only a Word file, and as a judge of the DOCX.

LibreOffice exits with 0 on a file that it cannot load, and two of it on one profile lose one PDF; so the PDF is what
counts, not the code, and every process has a profile of its own. It is told which fonts play which role. To start takes
it twenty times as long as a short form, so many documents are converted in one go.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import re
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.tree import Document
from docgen.frozen import dataclass
from docgen.language import _
from docgen.render.docx import render_docx
from docgen.render.glyphs import glyph_problems
from docgen.render.pdf import has_only_a_word_file
from docgen.render.pdf.settled import UnsettledError, settled, undated
from docgen.render.setting import Rendered, Setting
from docgen.world.files import remove_stale
from docgen.world.fontconfig import fontconfig_file
from docgen.world.fonts import FontSet
from docgen.world.programs import Finished, find_soffice, run

SECONDS_PER_DOCUMENT = 120
"""Of several documents the others get one second each: all of them, when they are made on their own, get this."""

AT_A_TIME = 100
"""Documents: the program that starts LibreOffice hands on 254 words of a command line and drops the others unsaid."""

_TRIES = 2
_HOME = "docgen-libreoffice-"
EXPORT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""LibreOffice's filter for a tagged PDF with an outline."""


def render_with_libreoffice(document: Document, setting: Setting) -> Rendered:
    """The DOCX as LibreOffice prints it.

    Raises DocgenError (exit 5) where LibreOffice is not installed or makes no PDF, or no font has a character.
    """
    sheet = _sheet(document, setting)
    pdf = convert(sheet.docx, setting.fonts, has_only_a_word_file(document))
    try:
        return sheet.printed(settled(pdf))
    except UnsettledError:
        return sheet.printed(undated(pdf))


def render_many_with_libreoffice(documents: Sequence[Document], setting: Setting) -> list[Rendered | None]:
    """The same of several documents, LibreOffice started once for many of them; the bytes do not depend on the others.

    None for one that has to be made, or refused, on its own.
    """
    sheets = [_sheet_for_many(document, setting) for document in documents]
    some = [sheet for sheet in sheets if sheet]
    pdfs = iter(
        [
            pdf
            for at in range(0, len(some), AT_A_TIME)
            for pdf in _converted([sheet.docx for sheet in some[at : at + AT_A_TIME]], setting.fonts)
        ]
    )
    return [_printed(sheet, next(pdfs)) if sheet else None for sheet in sheets]


def convert(docx: bytes, fonts: FontSet, is_only_way: bool = False) -> bytes:
    """A .docx file as PDF, its official families set in the faces of ``fonts``.

    Raises DocgenError (exit 5); ``is_only_way``: no other engine can be recommended.
    """
    soffice = find_soffice()
    if soffice is None:
        raise DocgenError(_not_installed(is_only_way), Exit.MISSING)
    finished = Finished(None, "", "")
    for _attempt in range(_TRIES):
        [pdf], finished = _convert_once(soffice, {"document": docx}, fonts)
        if pdf is not None:
            return pdf
    raise DocgenError(_failed(finished, is_only_way), Exit.MISSING)


# ---------------------------------------------------------------- one document, or many


@dataclass(frozen=True)
class _Sheet:
    """A document as DOCX, and what there is to say about it."""

    docx: bytes
    warnings: tuple[Problem, ...]

    def printed(self, pdf: bytes) -> Rendered:
        return Rendered(pdf, _count_pages(pdf), "libreoffice", self.warnings)


def _sheet(document: Document, setting: Setting) -> _Sheet:
    problems = glyph_problems(document, setting.fonts)
    missing = [problem for problem in problems if problem.severity == "error"]
    if missing:
        raise DocgenError(missing, Exit.MISSING)
    docx = render_docx(document, setting)
    return _Sheet(docx.data, (*docx.warnings, *problems))


def _sheet_for_many(document: Document, setting: Setting) -> _Sheet | None:
    """None where something is wrong with the document, or it prints its file's name, which is another one here."""
    with contextlib.suppress(Exception):
        sheet = _sheet(document, setting)
        return None if _has_its_name_in_it(sheet.docx) else sheet
    return None


def _has_its_name_in_it(docx: bytes) -> bool:
    """Whether it may have the field FILENAME; the tags of a field may cut its name into pieces."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = [package.read(name) for name in package.namelist() if name.endswith(".xml")]
    return any(b"FILENAME" in re.sub(rb"<(?!w:fldSimple)[^>]*>", b"", part).upper() for part in parts)


def _converted(docx: Sequence[bytes], fonts: FontSet) -> list[bytes | None]:
    """The PDFs of these files; None for what LibreOffice could not make, or not in company."""
    soffice = find_soffice()
    if soffice is None or not docx:
        return [None] * len(docx)
    return _convert_once(soffice, {str(number): data for number, data in enumerate(docx)}, fonts)[0]


def _printed(sheet: _Sheet, pdf: bytes | None) -> Rendered | None:
    try:
        return sheet.printed(settled(pdf)) if pdf else None
    except UnsettledError:
        return None


def _convert_once(soffice: Path, docx: Mapping[str, bytes], fonts: FontSet) -> tuple[list[bytes | None], Finished]:
    """The PDF of each file, by name without ending, if there is one; and how LibreOffice ended."""
    home = Path(_home().name)
    config = home / "fonts.conf"
    config.write_text(fontconfig_file(fonts, home / "fontconfig"), encoding="utf-8")
    with tempfile.TemporaryDirectory(dir=home) as name:
        folder = Path(name)
        files = [folder / f"{one}.docx" for one in docx]
        for file, data in zip(files, docx.values(), strict=True):
            file.write_bytes(data)
        command: list[str | Path] = [
            soffice,
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--convert-to",
            EXPORT,
            "--outdir",
            folder,
            *files,
        ]
        timeout = SECONDS_PER_DOCUMENT + len(files) - 1
        finished = run(command, timeout=timeout, env={"FONTCONFIG_FILE": str(config)})
        pdfs = [file.with_suffix(".pdf") for file in files]
        return [_whole(pdf) for pdf in pdfs], finished


def _whole(pdf: Path) -> bytes | None:
    """The file, if there is one and LibreOffice was not stopped while it wrote it."""
    data = pdf.read_bytes() if pdf.is_file() else b""
    return data if data.rstrip().endswith(b"%%EOF") else None


@functools.cache
def _home() -> Any:
    """This process's own folder: the profile and the font cache, which the first conversion makes and the others are
    faster for, and the documents while they are converted. Those of processes that were killed go: units' values are
    in them.
    """
    remove_stale(Path(tempfile.gettempdir()), _HOME)
    return tempfile.TemporaryDirectory(prefix=f"{_HOME}{os.getpid()}-")


def _not_installed(is_only_way: bool) -> Problem:
    if is_only_way:
        hint = _("install it (Debian: apt-get install libreoffice-writer-nogui), or take --format docx")
    else:
        hint = _("install it (Debian: apt-get install libreoffice-writer-nogui), or take --engine typst")
    return Problem("W411", _("LibreOffice is not installed"), hint=hint)


def _failed(finished: Finished, is_only_way: bool) -> Problem:
    if finished.code is None:
        said = _("no answer within {seconds} s").format(seconds=SECONDS_PER_DOCUMENT)
    else:
        said = finished.errors.strip() or finished.output.strip() or _("exit code {code}").format(code=finished.code)
    hint = _("try --format docx, without PDF") if is_only_way else _("try --engine typst")
    return Problem("W412", _("LibreOffice made no PDF: {said}").format(said=said), hint=hint)


def _count_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
