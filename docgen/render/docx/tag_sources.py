"""What is wrong with the tags of a Word template once docxtpl has made Jinja source of them.

Letters: T401 a name that is not known, T407 a block across paragraphs or cells (``tag_blocks``), T408 an unknown filter
or test, T409 what Jinja does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from docgen.diagnostics import Place, Problem, did_you_mean
from docgen.language import _
from docgen.render.docx.tag_blocks import crossing_blocks
from docgen.render.docx.tag_places import TAG, short

Found = Iterator[Problem]
Known = Mapping[str, Any]
"""Names that may be used; of a name with parts a mapping of them, else None. A text: the name that is meant
instead; empty, if that may be any."""

_WIDE_SIGN = re.compile("[｜（），：＝％　]")


def unreadable_source(source: str, environment: Environment, known: Known | None, place: Place | None) -> Found:
    """A letter for each mistake in a part's Jinja source; names only if it is known which there are."""
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield _not_understood(error, source, place)
        return
    yield from crossing_blocks(source, tree, place)
    yield from _unknown_filters(tree, source, environment, place)
    if known is not None:
        yield from _unknown_names(tree, source, known, place)


def _not_understood(error: TemplateSyntaxError, source: str, place: Place | None) -> Problem:
    text, said = _line_of(source, error.lineno), re.sub(r" at \d+$", "", error.message or "")
    message = _('the tags in "{text}" are not understood: {said}').format(text=text, said=said)
    wide = any(_WIDE_SIGN.search(tag) for tag in TAG.findall(text))
    return Problem("T409", message, place, _("type half-width signs within tags: | ( ) , =") if wide else "")


def _unknown_filters(tree: nodes.Template, source: str, environment: Environment, place: Place | None) -> Found:
    for node in tree.find_all((nodes.Filter, nodes.Test)):
        known = environment.filters if isinstance(node, nodes.Filter) else environment.tests
        if node.name not in known:
            message = _('"{name}" is neither a filter nor a test, in "{text}"')
            words = message.format(name=node.name, text=_line_of(source, node.lineno))
            yield Problem("T408", words, place, did_you_mean(node.name, [*known]))
            # Now that it is told: Jinja does not list names while it misses a filter.
            known[node.name] = known["string"]


def _unknown_names(tree: nodes.Template, source: str, known: Known, place: Place | None) -> Found:
    meant = {name: instead for name, instead in known.items() if isinstance(instead, str)}
    names = {name: parts for name, parts in known.items() if name not in meant}
    undeclared = find_undeclared_variables(tree) - names.keys() - {"range"}
    told: set[str] = set()
    for node in tree.find_all((nodes.Name, nodes.Getattr, nodes.Getitem)):
        name, parts = _unknown(node, undeclared, names)
        if name and name not in told:
            told.add(name)
            message = _('"{name}" is not known, in "{text}"')
            words = message.format(name=name, text=_line_of(source, node.lineno))
            yield Problem("T401", words, place, did_you_mean(meant.get(name, name), parts))


def _unknown(node: nodes.Node, undeclared: set[str], known: Known) -> tuple[str, list[str]]:
    """The name that is not known, and those that are in its place; empty where all is well."""
    match node:
        case nodes.Name(name=name) if name in undeclared:
            return name, [*known]
        case nodes.Getattr(node=inner, attr=str(part)) | nodes.Getitem(node=inner, arg=nodes.Const(value=str(part))):
            parts = _parts(inner, known)
            return (part, [*parts]) if parts is not None and part not in parts else ("", [])
        case _:
            return "", []


def _parts(node: nodes.Node, known: Known) -> Known | None:
    """What may stand behind ``node.``; None where that is not known."""
    match node:
        case nodes.Name(name=name):
            found = known.get(name)
        case nodes.Getattr(node=inner, attr=part) | nodes.Getitem(node=inner, arg=nodes.Const(value=part)):
            found = (_parts(inner, known) or {}).get(part)
        case _:
            return None
    return found if isinstance(found, Mapping) else None


def _line_of(source: str, line: int) -> str:
    """The text of a paragraph: docxtpl lets every paragraph begin a line. Of a long one, its tags."""
    lines = source.split("\n")
    text = re.sub(r"<[^>]*>", "", lines[min(max(line, 1), len(lines)) - 1])
    return short(text if len(text) <= 60 else " … ".join(TAG.findall(text)) or text)
