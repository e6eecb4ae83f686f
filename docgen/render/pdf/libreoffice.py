"""PDF by LibreOffice: it converts the DOCX itself. For looks that have only a Word file, and as a judge of the DOCX.

LibreOffice exits with 0 on a file that it cannot load, and two of it on one profile lose one PDF; so the PDF is what
counts, not the code, and every process has a profile of its own. It is told which fonts play which role.
"""

from __future__ import annotations

import functools
import re
import tempfile
from pathlib import Path
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.tree import Document
from docgen.language import _
from docgen.render.docx import render_docx
from docgen.render.glyphs import glyph_problems
from docgen.render.setting import Rendered, Setting
from docgen.world.fontconfig import fontconfig_file
from docgen.world.fonts import FontSet
from docgen.world.programs import Finished, find_soffice, run

SECONDS_PER_DOCUMENT = 120
_TRIES = 2
EXPORT = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"ExportBookmarks":{"type":"boolean","value":"true"}}'
)
"""LibreOffice's filter for a tagged PDF with an outline."""


def render_with_libreoffice(document: Document, setting: Setting) -> Rendered:
    """The DOCX as LibreOffice prints it.

    Raises DocgenError (exit 5) where LibreOffice is not installed or makes no PDF, or no font has a character.
    """
    problems = glyph_problems(document, setting.fonts)
    missing = [problem for problem in problems if problem.severity == "error"]
    if missing:
        raise DocgenError(missing, Exit.MISSING)
    docx = render_docx(document, setting)
    data = _undated(convert(docx.data, setting.fonts))
    return Rendered(data, _count_pages(data), "libreoffice", (*docx.warnings, *problems))


def convert(docx: bytes, fonts: FontSet) -> bytes:
    """A .docx file as PDF, its official families set in the faces of ``fonts``."""
    soffice = find_soffice()
    if soffice is None:
        raise DocgenError(
            Problem(
                "W411",
                _("LibreOffice is not installed"),
                hint=_("install it (Debian: apt-get install libreoffice-writer-nogui), or take --engine typst"),
            ),
            Exit.MISSING,
        )
    finished = Finished(None, "", "")
    for _attempt in range(_TRIES):
        with tempfile.TemporaryDirectory(prefix="docgen-") as name:
            folder = Path(name)
            (folder / "document.docx").write_bytes(docx)
            finished = _convert_once(soffice, folder, fonts)
            pdf = folder / "document.pdf"
            if pdf.is_file():
                return pdf.read_bytes()
    raise DocgenError(_failed(finished), Exit.MISSING)


def _convert_once(soffice: Path, folder: Path, fonts: FontSet) -> Finished:
    home = Path(_home().name)
    config = home / "fonts.conf"
    config.write_text(fontconfig_file(fonts, home / "fontconfig"), encoding="utf-8")
    command: list[str | Path] = [
        soffice,
        f"-env:UserInstallation={(home / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        EXPORT,
        "--outdir",
        folder,
        folder / "document.docx",
    ]
    return run(command, timeout=SECONDS_PER_DOCUMENT, env={"FONTCONFIG_FILE": str(config)})


@functools.cache
def _home() -> Any:
    """This process's own profile and font cache; the first conversion makes them, the others are faster for it."""
    return tempfile.TemporaryDirectory(prefix="docgen-libreoffice-")


def _failed(finished: Finished) -> Problem:
    if finished.code is None:
        said = _("no answer within {seconds} s").format(seconds=SECONDS_PER_DOCUMENT)
    else:
        said = finished.errors.strip() or finished.output.strip() or _("exit code {code}").format(code=finished.code)
    return Problem("W412", _("LibreOffice made no PDF: {said}").format(said=said), hint=_("try --engine typst"))


def _undated(pdf: bytes) -> bytes:
    """The same PDF for the same pages: the date, the random id and its checksum overwritten, no byte moved."""
    pdf = re.sub(rb"(/CreationDate\(D:)(\d{14})", lambda found: found[1] + b"19800101000000", pdf)
    identified = rb"/ID \[ <[0-9A-F]{32}>\s*<[0-9A-F]{32}> \]\s*/DocChecksum /[0-9A-F]{32}"
    return re.sub(identified, lambda found: re.sub(rb"[0-9A-F]{32}", b"0" * 32, found[0]), pdf)


def _count_pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
