"""Names of WordprocessingML, and reading and making its elements."""

from __future__ import annotations

from typing import Any

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Node = Any
"""An lxml element."""


def w(name: str) -> str:
    """``{…}p`` for ``p``."""
    return f"{{{WORD}}}{name}"


P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TR_PR, SECT_PR = w("pPr"), w("rPr"), w("trPr"), w("sectPr")
INS, DEL = w("ins"), w("del")


def make(name: str, **values: str) -> Node:
    """An element of Word's with Word's attributes."""
    node = etree.Element(w(name), nsmap={"w": WORD})
    for key, value in values.items():
        node.set(w(key), value)
    return node


def text_node(name: str, words: str) -> Node:
    """``w:t`` or ``w:delText``; white space at the ends counts."""
    node = make(name)
    node.text = words
    node.set(_SPACE, "preserve")
    return node


def local(node: Node) -> str:
    """``p`` for ``{…}p``; of what is no element (a comment), nothing."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def is_fallback(node: Node) -> bool:
    """Whether it is there a second time: Word writes text boxes and shapes twice, once for old programs."""
    return any(local(outer) == "Fallback" for outer in node.iterancestors())


def value(node: Node | None, name: str = "val") -> str:
    """An attribute, or nothing."""
    return "" if node is None else node.get(w(name), "")


def style_of(paragraph: Node) -> str:
    """The id of a paragraph's style, or nothing."""
    properties = paragraph.find(P_PR)
    return "" if properties is None else value(properties.find(w("pStyle")))
