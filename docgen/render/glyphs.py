"""Characters and fonts: which characters of a document its typefaces lack, and whether anything covers them.

A PDF with an empty box reads perfectly when its text is extracted, so this is checked before a page is set.
"""

from __future__ import annotations

import dataclasses
import functools
import html
import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from docgen.diagnostics import Problem
from docgen.document.tree import Document, Letterhead, Metadata, Role, Span, WordForm
from docgen.world.fonts import FontSet, coverage_problems


def glyph_problems(document: Document, fonts: FontSet) -> tuple[Problem, ...]:
    """An error for characters that no font has, a note for those drawn in another typeface than their role's."""
    return coverage_problems(fonts, text_by_role(document))


def text_by_role(document: Document) -> dict[Role, str]:
    """Each role's distinct characters. Text outside spans is set in 仿宋, titles in 小标宋."""
    found: dict[Role, set[str]] = defaultdict(set)
    for role, text in _texts(document, "fangsong"):
        found[role].update(char for char in text if not char.isspace())
    return {role: "".join(sorted(chars)) for role, chars in found.items() if chars}


@functools.lru_cache(maxsize=16)
def template_text(docx: bytes) -> str:
    """The text of a form's Word file, tags and all."""
    from docgen.render.docx.compiled.archive import read_archive

    archive = read_archive(docx)
    parts = [name for name in archive.members if re.fullmatch(r"word/(document|header|footer|footnotes)\d*\.xml", name)]
    return html.unescape(re.sub(r"<[^>]*>", "", "".join(archive.read(name).decode() for name in parts)))


def _texts(node: Any, role: Role) -> Iterator[tuple[Role, str]]:
    match node:
        case Span():
            yield node.role, node.text
        case Metadata():
            return
        case Letterhead():
            yield "title", "".join(node.marks) + node.suffix
            yield "heiti", node.secrecy + node.urgency
            yield "kaiti", "".join(node.signers)
            yield "songti", "0123456789—"
        case WordForm():
            yield role, template_text(node.template)
            yield from _texts((node.title, node.fields, node.words), role)
        case str():
            yield role, node
        case tuple():
            for item in node:
                yield from _texts(item, role)
        case _ if dataclasses.is_dataclass(node):
            for field in dataclasses.fields(node):
                inner: Role = "title" if field.name == "title" else "heiti" if "label" in field.name else role
                yield from _texts(getattr(node, field.name), inner)
        case _:
            return
