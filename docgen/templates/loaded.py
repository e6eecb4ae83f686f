"""A look and a form as found: where their files are, what the form plans."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the models are slow to import, and a command may only want names
    from docgen.sources.source_map import SourceMap
    from docgen.templates.form_model import FormPlan


@dataclass(frozen=True)
class Look:
    """The layout of a notice: a folder under ``notices/``."""

    name: str
    folder: Path

    @property
    def shell(self) -> Path:
        """The Word file whose styles and loops make the DOCX."""
        return self.folder / "shell.docx"

    @property
    def page(self) -> Path:
        """The same look for the embedded PDF engine."""
        return self.folder / "page.typ"


@dataclass(frozen=True)
class LoadedForm:
    """A form, the places of its values, its ``form.yaml``."""

    plan: FormPlan
    sources: SourceMap
    path: Path
