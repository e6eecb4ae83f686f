"""Which names stand in the tags of a Word template."""

from __future__ import annotations

import re

from docgen.render.docx.compiled.archive import read_archive

_WITH_TAGS = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")


def names_in_tags(template: bytes) -> set[str]:
    """Every word within a tag of the file, whichever runs it is cut into."""
    archive = read_archive(template, None)
    found: set[str] = set()
    for name in filter(_WITH_TAGS.fullmatch, archive.members):
        text = re.sub("<[^>]*>", "", archive.read(name).decode("utf-8", "replace"))
        for tag in re.findall(r"\{[{%].*?[}%]\}", text, flags=re.DOTALL):
            found |= set(re.findall(r"\w+", tag))
    return found
