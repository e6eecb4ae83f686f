"""Where the tags of a Word template stand: paragraph by paragraph, as the author sees them in Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.frozen import dataclass
from docgen.language import _

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{#.*?#\}|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_INSIDE = re.compile(r"\{([{%#])[-+]?(?:(p|tr|tc|r)\s)?(.*?)[-+]?[}%#]\}", re.DOTALL)
_LONGEST = 40

LEVELS = ("p", "tr", "tc", "r")
"""What a tag may take the place of: a paragraph, a row, a cell, a run."""
# fmt: off
VERBS = (
    "for", "endfor", "if", "elif", "else", "endif", "set", "endset", "with", "endwith", "macro", "endmacro",
    "call", "endcall", "filter", "endfilter", "raw", "endraw", "autoescape", "endautoescape", "block", "endblock",
    "colspan", "cellbg", "vm", "hm",
)
"""What may stand first in ``{% … %}``."""
# fmt: on


@dataclass(frozen=True)
class Tag:
    """A tag: ``{%tr for one in teams %}`` has the sign ``%``, the level ``tr``, the words ``for one in teams``."""

    text: str
    sign: str
    level: str
    words: str
    start: int

    @property
    def verb(self) -> str:
        """``for`` in ``{%tr for one in teams %}``; empty for a tag that prints."""
        return (self.words.split() or [""])[0] if self.sign == "%" else ""


@dataclass(frozen=True, eq=False)
class Spot:
    """A paragraph: its text, the letters' pieces (``w:t``) with their offsets, the cell and row it stands in."""

    part: str
    text: str
    pieces: tuple[tuple[int, Any], ...]
    cell: Any
    row: Any

    @property
    def tags(self) -> Iterator[Tag]:
        """Every whole tag, in order."""
        return (tag_of(found.group(), found.start()) for found in TAG.finditer(self.text))

    @property
    def where(self) -> str:
        """For a letter: in the cell "联系人 {{ contact }}"."""
        part = _part_name(self.part)
        if self.cell is not None:
            return _('in the cell "{text}"{part}').format(text=short(text_in(self.cell)), part=part)
        return _('in the paragraph "{text}"{part}').format(text=short(self.text), part=part)

    def piece_at(self, offset: int) -> Any:
        """The ``w:t`` that the character at ``offset`` stands in."""
        return [piece for start, piece in self.pieces if start <= offset][-1]


def spots_of(part: str, root: Any) -> Iterator[Spot]:
    """Every paragraph of a part, in order."""
    for paragraph in root.iter(f"{W}p"):
        pieces, text = [], ""
        for node in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
            if _nearest(node, "p") is paragraph:
                if node.tag == f"{W}t":
                    pieces.append((len(text), node))
                text += {f"{W}tab": "\t", f"{W}br": "\n"}.get(node.tag, node.text or "")
        yield Spot(part, text, tuple(pieces), _nearest(paragraph, "tc"), _nearest(paragraph, "tr"))


def tag_of(text: str, start: int = 0) -> Tag:
    """A whole tag taken apart."""
    found = _INSIDE.fullmatch(text)
    assert found, text
    return Tag(text, found[1], found[2] or "", found[3].strip(), start)


def text_in(element: Any) -> str:
    """All text in a cell or row, paragraphs one behind the other."""
    return " ".join("".join(node.text or "" for node in one.iter(f"{W}t")) for one in element.iter(f"{W}p")).strip()


def short(text: str) -> str:
    """On one line, and no longer than a letter can bear."""
    flat = re.sub(r"\s+", " ", text).strip()
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"


def _nearest(node: Any, name: str) -> Any:
    parent = node.getparent()
    while parent is not None and parent.tag != W + name:
        parent = parent.getparent()
    return parent


def _part_name(part: str) -> str:
    for word, name in (("header", _(" of the header")), ("footer", _(" of the footer")), ("notes", _(" of the notes"))):
        if word in part:
            return name
    return ""
