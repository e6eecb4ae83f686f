"""The pages of a campaign as they were built, if the PDF in its output folder is made of what is checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import docgen
from docgen.diagnostics import DocgenError
from docgen.language import _

if TYPE_CHECKING:
    from docgen.lint.pages import Pages
    from docgen.workflow.prepare import Prepared


def pages_of(prepared: Prepared, out: Path) -> tuple[Pages | None, str]:
    """The pages in ``out``, or why there are none.

    Up to date is what was made from the same files by the same version; fonts and engine may have changed since: its
    pages are those that lie there.
    """
    folder = out / prepared.loaded.campaign.id
    if not folder.is_dir():
        return None, _("there is no PDF yet")

    from docgen.workflow.manifest import NAME, is_as_written, read_manifest
    from docgen.workflow.prepare import checksums

    manifest = read_manifest(folder) if (folder / NAME).is_file() else None
    notice = (
        next((one for one in manifest.files if (one.kind, one.format) == ("notice", "pdf")), None) if manifest else None
    )
    if manifest is None or notice is None:
        return None, _("there is no PDF yet")
    same = (manifest.recipe.docgen, manifest.recipe.inputs) == (docgen.__version__, checksums(prepared.inputs))
    if not same or not is_as_written(folder, notice):
        return None, _("the PDF is not up to date")

    from docgen.lint.page_reader import read_pages

    try:
        return read_pages((folder / notice.path).read_bytes(), str(folder / notice.path)), ""
    except DocgenError as error:
        return None, error.problems[0].message
