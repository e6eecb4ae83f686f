"""The press: every campaign, every annex on its own and every specimen, set by both PDF engines once a session.

LibreOffice takes a second to start and a third of one for a document. So the worker that needs it first converts all
of them at one go; the others wait for it.
"""

from __future__ import annotations

import functools
import os
import time
from pathlib import Path

import pytest
from specimens import SPECIMENS

from docgen.compose import split_annexes
from docgen.document.tree import Document
from docgen.render import RENDERERS, Setting
from docgen.render.pdf.libreoffice import EXPORT
from docgen.templates.find import find_templates
from docgen.workflow.prepare import prepare
from docgen.workflow.select import campaigns_under
from docgen.world.fontconfig import fontconfig_file
from docgen.world.fonts import find_fonts
from docgen.world.programs import find_soffice, run

ROOT = Path(__file__).parent.parent
CAMPAIGNS = {str(one.id): one.path for one in campaigns_under(ROOT / "data")}
SECONDS = 300


@functools.cache
def setting() -> Setting:
    """The look of all campaigns, in the fonts of this machine."""
    return Setting(find_templates(ROOT).look("gbt9704"), find_fonts())


@functools.cache
def documents() -> dict[str, Document]:
    """All that is printed, by name: ``tianjin-2020``, ``tianjin-2020 annex 1``, ``unsealed``."""
    notices = {name: prepare(path).notice for name, path in CAMPAIGNS.items()}
    alone = {
        f"{name} annex {number}": annex
        for name, notice in notices.items()
        for number, annex in enumerate(split_annexes(notice), 1)
    }
    return {**notices, **alone, **SPECIMENS}


class Press:
    """``press["unsealed"]``; ``folder`` is where the workers of a session meet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Printed] = {}

    def __getitem__(self, name: str) -> Printed:
        return self._known.setdefault(name, Printed(name, self._folder))


class Printed:
    """A document as DOCX, as PDF set by Typst, and the DOCX as LibreOffice prints it; each made when asked for."""

    def __init__(self, name: str, folder: Path) -> None:
        self.document = documents()[name]
        self._file = folder / _file_name(name, "pdf")

    @functools.cached_property
    def docx(self) -> bytes:
        return RENDERERS["docx"](self.document, setting()).data

    @functools.cached_property
    def pdf(self) -> bytes:
        return RENDERERS["pdf"](self.document, setting()).data

    @functools.cached_property
    def printed(self) -> bytes:
        folder = self._file.parent
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            _wait_for(folder / "done")
        else:
            try:
                convert_all(folder)
            finally:
                (folder / "done").touch()
        return self._file.read_bytes()


def press_folder(factory: pytest.TempPathFactory) -> Path:
    """One for all workers of a session, gone with the session's other files."""
    own = factory.getbasetemp()
    return (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "press"


def convert_all(folder: Path) -> None:
    """Writes every document's DOCX into ``folder`` and has LibreOffice print them there."""
    soffice = find_soffice()
    assert soffice is not None, "LibreOffice is not installed"
    files = []
    for name, document in documents().items():
        files.append(folder / _file_name(name, "docx"))
        files[-1].write_bytes(RENDERERS["docx"](document, setting()).data)
    config = folder / "fonts.conf"
    config.write_text(fontconfig_file(setting().fonts, folder / "fontconfig"), encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--norestore", "--convert-to", EXPORT, "--outdir", folder, *files]
    # The first start of a profile may end with nothing done.
    for _attempt in range(2):
        run(command, timeout=SECONDS, env={"FONTCONFIG_FILE": str(config)})
        if all(file.with_suffix(".pdf").is_file() for file in files):
            return


def _file_name(name: str, ending: str) -> str:
    return f"{list(documents()).index(name):02}.{ending}"


def _wait_for(file: Path) -> None:
    for _second in range(SECONDS * 10):
        if file.is_file():
            return
        time.sleep(0.1)
    raise TimeoutError(f"{file} was not written within {SECONDS} s")
