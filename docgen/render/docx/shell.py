"""The shell: a Word file with docxtpl tags, and the page layouts (sections) that it shows as samples.

The shell is compiled once for a process (see ``compiled``): in a strict sandbox, with escaping on, its tags looked
through for mistakes; and each document that comes out is parsed.
"""

from __future__ import annotations

import functools
import io
import re
import zipfile
from pathlib import Path
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.render.docx.compiled import Compiled, compile_template
from docgen.templates.find import Look


@dataclass(frozen=True)
class Sections:
    """``w:sectPr`` of an ordinary page, of a landscape page and of a page without a number, as the shell has them."""

    portrait: str
    landscape: str
    unnumbered: str


def fill(look: Look, context: dict[str, Any]) -> bytes:
    """The shell with its tags filled in. Raises DocgenError T4xx (exit 4) naming the shell and the tag."""
    return compiled(look).fill(context | {"models": False})


def compiled(look: Look) -> Compiled:
    """The shell ready to be filled in, which is done once; raises what ``fill`` raises."""
    return _compiled(_bytes(look.shell), look.shell)


@functools.lru_cache(maxsize=8)
def _compiled(content: bytes, shell: Path) -> Compiled:
    return compile_template(content, Place(str(shell)))


def sections_of(look: Look) -> Sections:
    """The shell's page layouts: its last section, and the samples before it, told apart by orientation."""
    return _sections(look.shell, look.name)


@functools.cache
def _sections(shell: Path, name: str) -> Sections:
    from lxml import etree

    root = _document_root(shell, name)
    found = [_bare(etree.tostring(node, encoding="unicode")) for node in root.iter("{*}sectPr")]
    landscape = [xml for xml in found[:-1] if 'w:orient="landscape"' in xml]
    upright = [xml for xml in found[:-1] if 'w:orient="landscape"' not in xml]
    if not found:
        raise DocgenError(
            Problem(
                "T310",
                _("shell.docx of the look {look} has no page layout").format(look=name),
                Place(str(shell)),
            ),
            Exit.TEMPLATE,
        )
    last = found[-1]
    return Sections(last, landscape[0] if landscape else last, upright[0] if upright else last)


def _document_root(shell: Path, name: str) -> Any:
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(_bytes(shell))) as archive:
            return etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(resolve_entities=False))
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        raise DocgenError(
            Problem(
                "T311",
                _("shell.docx of the look {look} is not a Word file ({error})").format(look=name, error=error),
                Place(str(shell)),
                hint=_("open it in Word or WPS and save it as .docx, or take the built-in one again"),
            ),
            Exit.TEMPLATE,
        ) from error


def _bytes(shell: Path) -> bytes:
    try:
        return shell.read_bytes()
    except OSError as error:
        raise DocgenError(
            Problem("T312", _("cannot read shell.docx: {error}").format(error=error.strerror), Place(str(shell))),
            Exit.TEMPLATE,
        ) from error


def _bare(xml: str) -> str:
    """Without the namespace declarations that lxml repeats; the document it goes into has them."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", xml)
