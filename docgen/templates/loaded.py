"""A look and a form as found: where their files are, what the form plans."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from docgen.frozen import dataclass

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
    """A form, the places of its values, its ``form.yaml``; of a form drawn in Word the content of its Word file."""

    plan: FormPlan
    sources: SourceMap
    path: Path
    template: bytes = field(default=b"", repr=False)

    @property
    def template_path(self) -> Path | None:
        """The Word file that the form is drawn in."""
        return self.path.parent / self.plan.docx if self.plan.docx else None

    @property
    def files(self) -> tuple[Path, ...]:
        """All that the form is made of."""
        return (self.path, self.template_path) if self.template_path else (self.path,)
