"""The words of a form that a bureau drew in Word: its paragraphs and cells, without the tags that are filled in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.diff.fields import Asked, Said, bare
from docgen.document.tree import Heading, Paragraph, TextTable, WordForm, plain

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def said_in_word(form: WordForm, asked: Sequence[Asked]) -> tuple[Said, ...]:
    """Every text in the file that does not merely name a field, in the order of the page."""
    from docgen.diff.foreign import side_of

    notice = side_of(form.template, form.file).notice
    texts = ["".join(notice.title)]
    for block in notice.blocks:
        match block:
            case TextTable():
                texts += [line for row in (block.header, *block.rows) for cell in row for line in cell.split("\n")]
            case Paragraph() | Heading():
                texts.append(plain(block.spans))
            case _:  # nothing else is read from a Word file
                continue
    names = {one.field.label for one in asked}
    found = (Said(bare(_TAG.sub("", text)), "") for text in texts)
    return tuple(one for one in found if one.text and one.text.rstrip("：:") not in names)
