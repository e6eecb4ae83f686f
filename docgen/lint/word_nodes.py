"""What an element of a Word file tells by where it stands: in a box, behind a page break, within a section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docgen.diff.word.names import P, T, is_fallback, w


def is_boxed(node: Any) -> bool:
    """Whether it stands in a text box."""
    return any(str(one.tag).endswith("}txbxContent") for one in node.iterancestors())


def boxed_paragraphs(paragraph: Any) -> Iterator[Any]:
    """Those in text boxes that hang on a paragraph, those of tables in them included."""
    for box in paragraph.iter(w("txbxContent")):
        if not is_fallback(box) and next(box.iterancestors(P), None) is paragraph:
            yield from box.iter(P)


def is_reading_aid(node: Any) -> bool:
    """Whether it is small print above other characters that says how they are read."""
    return any(one.tag == w("rt") for one in node.iterancestors())


def ends_before(section: Any, table: Any) -> bool:
    """Whether a section ends before a table."""
    paragraph = next(section.iterancestors(P), None)
    if paragraph is None:
        return False
    return any(node is table for node in paragraph.itersiblings())


def begins_with_break(paragraph: Any) -> bool:
    """Whether a page break stands before all its words."""
    for node in paragraph.iter(w("br"), T):
        if node.tag == T and (node.text or "").strip():
            return False
        if node.tag != T and node.get(w("type")) == "page":
            return text_after_break(paragraph)
    return False


def text_after_break(paragraph: Any) -> bool:
    """Whether there are words behind its last page break, or anywhere if it has none."""
    words = False
    for node in paragraph.iter(w("br"), T):
        if node.tag != T and node.get(w("type")) == "page":
            words = False
        elif node.tag == T and (node.text or "").strip():
            words = True
    return words
