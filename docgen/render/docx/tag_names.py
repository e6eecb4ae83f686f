"""Which names stand in the tags of a Word template, and whether its tags stand apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.render.docx.compiled.archive import read_archive

_WITH_TAGS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")


def names_in_tags(template: bytes) -> set[str]:
    """Every word within a tag of the file, whichever runs it is cut into."""
    found: set[str] = set()
    for text in _texts(template):
        for tag in re.findall(r"\{[{%].*?[}%]\}", text, flags=re.DOTALL):
            found |= set(re.findall(r"\w+", tag))
    return found


def are_side_by_side(template: bytes) -> bool:
    """Whether two values may be printed with nothing between them: ``{{ one }}{{ loop.index }}``."""
    return any(re.search(r"\}\}(?:\{%[^\n]*?%\})*\{\{", text) for text in _texts(template))


def _texts(template: bytes) -> Iterator[str]:
    """The text of each part that is filled in, a paragraph a line."""
    archive = read_archive(template, None)
    for name in filter(_WITH_TAGS.fullmatch, archive.members):
        xml = archive.read(name).decode("utf-8", "replace")
        yield re.sub("<[^>]*>", "", xml.replace("</w:p>", "\n"))
