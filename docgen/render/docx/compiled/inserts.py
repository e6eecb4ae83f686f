"""Pictures and other documents as values: they change the package, so docxtpl itself makes the document."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.measure import Mm
from docgen.frozen import dataclass
from docgen.language import _


@dataclass(frozen=True)
class Picture:
    """An image (PNG, JPEG …); with one of ``width`` and ``height`` in mm it keeps its proportions."""

    data: bytes
    width: Mm | None = None
    height: Mm | None = None


@dataclass(frozen=True)
class SubDocument:
    """A .docx whose paragraphs and tables are put in by ``{{p name }}``."""

    data: bytes


def filled_by_docxtpl(docx: bytes, values: Mapping[str, Any], environment: Any) -> bytes:
    """The document as docxtpl packs it, core properties as they were. Raises whatever docxtpl and Jinja raise."""
    from docgen.render.docx.compiled.taken import StrictTemplate

    template = StrictTemplate(io.BytesIO(docx))
    template.init_docx()
    template.render(_inserted(values, template), environment, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _inserted(value: Any, template: Any) -> Any:
    from docx.shared import Mm as Width
    from docxtpl import InlineImage

    match value:
        case Picture(data, width, height):
            sides = [None if side is None else Width(side) for side in (width, height)]
            return InlineImage(template, io.BytesIO(data), *sides)
        case SubDocument(data):
            return _sub_document(data, template)
        case Mapping():
            return {key: _inserted(part, template) for key, part in value.items()}
        case list() | tuple():
            return [_inserted(part, template) for part in value]
        case _:
            return value


def _sub_document(data: bytes, template: Any) -> Any:
    try:
        return template.new_subdoc(io.BytesIO(data))
    except ImportError as error:
        message = _("docxcompose is not installed, which puts one Word file into another")
        hint = _("install it: pip install {package}").format(package="docgen[subdocuments]")
        raise DocgenError(Problem("W413", message, hint=hint), Exit.MISSING) from error
