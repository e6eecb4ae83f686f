"""Loops and conditions of a Word template: each closed by its own kind, and around whole pieces of the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from docgen.diagnostics import Place, Problem
from docgen.language import _
from docgen.render.docx.tag_places import Spot, Tag, short

_CLOSED_BY = {"for": "endfor", "if": "endif", "macro": "endmacro", "call": "endcall", "filter": "endfilter"}
_CLOSED_BY |= {"with": "endwith", "block": "endblock", "autoescape": "endautoescape", "raw": "endraw"}
_BETWEEN = {"else": ("for", "if"), "elif": ("if",)}
_TABLE_PARTS = {"w:tc", "w:tr", "w:tbl"}
_XML_TAG = re.compile(r"<(/?)([\w:]+)[^<>]*?(/?)>")

Open = tuple[Tag, Spot]


def unclosed_blocks(spots: Sequence[Spot], place: Place | None) -> Iterator[Problem]:
    """T406: a loop or condition that is never closed, or a closing tag that closes nothing."""
    stack: list[Open] = []
    for spot in spots:
        for tag in spot.tags:
            if tag.verb in _CLOSED_BY or (tag.verb == "set" and "=" not in tag.words):
                stack.append((tag, spot))
            elif tag.verb in _BETWEEN and not (stack and stack[-1][0].verb in _BETWEEN[tag.verb]):
                yield _opens_nothing(tag, spot, place)
            elif tag.verb.startswith("end"):
                yield from _closed(tag, spot, stack, place)
    yield from (_never_closed(tag, spot, place) for tag, spot in stack)


def _closed(tag: Tag, spot: Spot, stack: list[Open], place: Place | None) -> Iterator[Problem]:
    """Takes off the stack what ``tag`` closes; what was opened within and not closed is told."""
    depth = [index for index, (opened, _spot) in enumerate(stack) if f"end{opened.verb}" == tag.verb]
    if not depth:
        yield _opens_nothing(tag, spot, place)
        return
    for opened, where in stack[depth[-1] + 1 :]:
        yield _never_closed(opened, where, place)
    del stack[depth[-1] :]


def _never_closed(tag: Tag, spot: Spot, place: Place | None) -> Problem:
    message = _('"{tag}" is never closed, {where}').format(tag=short(tag.text), where=spot.where)
    hint = _("write {tag} where it ends").format(tag=f"{{%{tag.level} end{tag.verb} %}}")
    return Problem("T406", message, place, hint)


def _opens_nothing(tag: Tag, spot: Spot, place: Place | None) -> Problem:
    message = _('"{tag}" belongs to nothing that is open, {where}').format(tag=short(tag.text), where=spot.where)
    return Problem("T406", message, place, _("look for the tag that it should close"))


# ---------------------------------------------------------------- what a block stands around


def crossing_blocks(source: str, tree: nodes.Template, place: Place | None) -> Iterator[Problem]:
    """T407: a loop or condition around half a paragraph, cell or row, so that what it prints is no document.

    ``tree`` is that of docxtpl's Jinja ``source``, in which every paragraph begins a line. A block may close elements
    only to open the same ones again; then however often it is printed, the whole stays well-formed. Cells and rows
    it must take whole.
    """
    lines = source.split("\n")
    blocks: list[nodes.For | nodes.If] = [*tree.find_all(nodes.For), *tree.find_all(nodes.If)]
    for node in sorted(blocks, key=lambda block: block.lineno):
        if not (_neutral(printed_once(node.body)) and _neutral(printed_once(node.else_))):
            yield _crossing(node, lines, place)


def printed_once(branch: Sequence[nodes.Node]) -> str:
    """The XML of a branch without values, of each block in it once.

    Where no block crosses, this is well-formed if and only if everything is that the branch may ever print.
    """
    text = ""
    for node in branch:
        match node:
            case nodes.Output(nodes=parts):
                text += "".join(part.data for part in parts if isinstance(part, nodes.TemplateData))
            case nodes.For(body=body) | nodes.If(body=body):
                text += printed_once(body)
    return text


def _neutral(xml: str) -> bool:
    closed: list[str] = []
    opened: list[str] = []
    for end, name, empty in _XML_TAG.findall(xml):
        if empty:
            continue
        if not end:
            opened.append(name)
        elif not opened:
            closed.append(name)
        elif opened.pop() != name:
            return False
    # Cells and rows that are closed here were opened before the block: it would multiply them.
    return closed == opened[::-1] and not _TABLE_PARTS.intersection(closed)


def _crossing(node: nodes.Node, lines: Sequence[str], place: Place | None) -> Problem:
    verb = "for" if isinstance(node, nodes.For) else "if"
    line = lines[min(node.lineno, len(lines)) - 1]
    words = re.search(rf"\{{%-?\s*{verb}\b.*?%\}}", line)
    message = _('"{tag}" begins in one paragraph, cell or row and ends in another')
    hint = _("let it begin and end in the same one: {p} for whole paragraphs, {tr} for whole rows")
    examples = {"p": f"{{%p {verb} … %}}", "tr": f"{{%tr {verb} … %}}"}
    return Problem("T407", message.format(tag=short(words.group() if words else verb)), place, hint.format(**examples))
