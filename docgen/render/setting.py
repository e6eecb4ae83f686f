"""What a renderer is told besides the document, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

from docgen.diagnostics import Problem
from docgen.frozen import dataclass

if TYPE_CHECKING:  # whoever makes a setting has them already
    from docgen.document.tree import Document
    from docgen.templates.find import Look
    from docgen.world.fonts import FontSet

Engine = Literal["auto", "typst", "libreoffice"]


@dataclass(frozen=True)
class Setting:
    """The look, the fonts, the PDF engine asked for.

    ``source_date``: seconds since 1970 written into files where a format demands a date (SOURCE_DATE_EPOCH).
    """

    look: Look
    fonts: FontSet
    engine: Engine = "auto"
    source_date: int = 0


@dataclass(frozen=True)
class Rendered:
    """A file's bytes; ``pages`` where the format has pages and they were counted; what could not be shown."""

    data: bytes
    pages: int | None = None
    engine: str = ""
    warnings: tuple[Problem, ...] = ()


Renderer = Callable[["Document", Setting], Rendered]
