"""Checking campaigns: each is loaded, composed and read by every rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docgen.workflow.prepare import prepare

if TYPE_CHECKING:
    from docgen.compose.words import Written
    from docgen.lint.reading import Reading


def read_campaign(path: Path) -> Reading:
    """The campaign, ready for the rules. Raises ``DocgenError`` (exit 3 or 4) if it cannot be composed."""
    from docgen.lint.reading import reading_of_campaign
    from docgen.workflow.select import project_of

    trace: list[Written] = []
    prepared = prepare(path, trace)
    return reading_of_campaign(prepared.loaded, prepared.notice, prepared.forms, trace, project=project_of(path))


def read_file(path: Path) -> Reading:
    """A campaign, or a document that docgen did not make, ready for the rules. Raises ``DocgenError``."""
    if path.suffix.lower() in (".yaml", ".yml"):
        return read_campaign(path)
    from docgen.lint.foreign import reading_of_file

    return reading_of_file(path)
