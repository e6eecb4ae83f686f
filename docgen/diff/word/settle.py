"""Tracked changes settled: all accepted, or all rejected; what is wrapped around paragraphs and tables taken off."""

from __future__ import annotations

from typing import Literal

from docgen.diff.word.names import DEL, INS, P_PR, R_PR, SECT_PR, TC, TR, TR_PR, Node, P, local, w

Keep = Literal["new", "old"]
_CAME, _GONE = (INS, w("moveTo")), (DEL, w("moveFrom"))
_RANGES = tuple(w(f"{one}Range{end}") for one in ("moveFrom", "moveTo") for end in ("Start", "End"))
_WRAPPERS = (w("sdt"), w("customXml"), w("smartTag"))


def settle(body: Node, keep: Keep = "new") -> int:
    """Accepts (``new``) or rejects (``old``) every change in ``body``; says how many there were."""
    stays, goes = (_CAME, _GONE) if keep == "new" else (_GONE, _CAME)
    marks = list(body.iter(*_CAME, *_GONE))
    _settle_rows(body, stays, goes)
    _settle_ends(body, stays, goes)
    for node in list(body.iter(*goes)):
        _drop(node)
    for node in list(body.iter(*stays)):
        _unwrap(node)
    for node in [one for one in body.iter() if local(one).endswith("Change") or one.tag in _RANGES]:
        _drop(node)
    if keep == "old":
        _as_words(body)
    return len(marks)


def _as_words(body: Node) -> None:
    for node in list(body.iter(w("delText"), w("delInstrText"))):
        node.tag = w("t") if node.tag == w("delText") else w("instrText")


def _settle_rows(body: Node, stays: tuple[str, ...], goes: tuple[str, ...]) -> None:
    for row in list(body.iter(TR)):
        properties = row.find(TR_PR)
        if properties is None:
            continue
        if any(one.tag in goes for one in properties):
            table = row.getparent()
            table.remove(row)
            if table.find(TR) is None:
                _drop(table)
            continue
        for one in [one for one in properties if one.tag in stays]:
            properties.remove(one)


def _settle_ends(body: Node, stays: tuple[str, ...], goes: tuple[str, ...]) -> None:
    """A paragraph whose mark goes is joined with the next; what is left of it is kept."""
    for paragraph in reversed(list(body.iter(P))):
        looks = paragraph.find(f"{P_PR}/{R_PR}")
        if looks is None:
            continue
        going = any(one.tag in goes for one in looks)
        for one in [one for one in looks if one.tag in (*stays, *goes)]:
            looks.remove(one)
        if going:
            _join(paragraph, goes)


def _join(paragraph: Node, goes: tuple[str, ...]) -> None:
    following = paragraph.getnext()
    rest = [one for one in paragraph if one.tag != P_PR and one.tag not in goes]
    if following is None or following.tag != P:
        if not rest and _may_go(paragraph):
            _drop(paragraph)
        return
    at = 1 if following.find(P_PR) is not None else 0
    for offset, one in enumerate(rest):
        following.insert(at + offset, one)
    _drop(paragraph)


def _may_go(paragraph: Node) -> bool:
    """A cell ends with a paragraph."""
    parent, following = paragraph.getparent(), paragraph.getnext()
    return parent.tag != TC and following is not None and following.tag != SECT_PR


def unwrapped(body: Node) -> None:
    """Content controls and the like around paragraphs, tables, rows and cells are taken off; what is in them stays."""
    for node in [one for one in body.iter(*_WRAPPERS) if next(one.iterancestors(P), None) is None]:
        content = node.find(w("sdtContent")) if local(node) == "sdt" else node
        _unwrap(node, [] if content is None else [one for one in content if not local(one).endswith("Pr")])


def _unwrap(node: Node, inner: list[Node] | None = None) -> None:
    parent = node.getparent()
    at = parent.index(node)
    for offset, one in enumerate(list(node) if inner is None else inner):
        parent.insert(at + offset, one)
    parent.remove(node)


def _drop(node: Node) -> None:
    if (parent := node.getparent()) is not None:
        parent.remove(node)
