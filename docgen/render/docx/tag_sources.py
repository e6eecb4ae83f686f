"""What is wrong with the tags of a Word template once docxtpl has made Jinja source of them.

Letters: T401 a name that is not known, T407 a block across paragraphs or cells (``tag_blocks``), T408 an unknown filter
or test, T409 what Jinja does not understand, T410 a name that is in no tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from docgen.compose.jinja_words import in_our_words
from docgen.diagnostics import Place, Problem, did_you_mean
from docgen.language import _
from docgen.render.docx.compiled.expressions import written
from docgen.render.docx.tag_blocks import crossing_blocks
from docgen.render.docx.tag_places import TAG, short

Found = Iterator[Problem]
Known = Mapping[str, Any]
"""Names that may be used; of a name with parts a mapping of them, else None. A text: the name that is meant
instead; empty, if that may be any."""

_WIDE_SIGN = re.compile("[｜（），：＝％　]")
_ELSE_IF = re.compile(r"\{%\w*\s*else\s+if\b")
_EQUALS = re.compile(r"\{%\w*\s*(?:el)?if\b[^%]*[^=!<>]=[^=]")
_BOXES = re.compile(r"\bboxes\.")
_NO_TAG = re.compile(r"(?<![{｛])(?<![{｛]\s)\$?[{｛«]\s*([^{}｛｝«»]+?)\s*[}｝»](?!\s*[}｝])")


def unreadable_source(source: str, environment: Environment, known: Known | None, place: Place | None) -> Found:
    """A letter for each mistake in a part's Jinja source; names only if it is known which there are."""
    if known is not None:
        yield from _names_without_tags(source, known, place)
    try:
        tree = environment.parse(source)
    except TemplateSyntaxError as error:
        yield _not_understood(error, source, place)
        return
    yield from crossing_blocks(source, tree, place)
    yield from _unknown_filters(tree, source, environment, place)
    if known is not None:
        yield from _unknown_names(tree, source, known, place)
        yield from _printed_whole(tree, source, known, place)


def _not_understood(error: TemplateSyntaxError, source: str, place: Place | None) -> Problem:
    text, said = _text_of(source, error.lineno), re.sub(r" at \d+$", "", error.message or "")
    message = _('the tags in "{text}" are not understood: {said}').format(text=_shown(text), said=in_our_words(said))
    return Problem("T409", message, place, _way_out(" ".join(TAG.findall(text)), said))


def _way_out(tags: str, said: str) -> str:
    if _ELSE_IF.search(tags):
        return _("write {tag}").format(tag="{% elif … %}")
    if _BOXES.search(tags):
        return _("write an option that has more than letters in quotes: {tag}").format(tag="{{ boxes.…['…'] }}")
    if _WIDE_SIGN.search(tags):
        return _("type half-width signs within tags: | ( ) , =")
    if _EQUALS.search(tags) and "'='" in said:
        return _("write == where two things are compared")
    return _("delete the tag and type it again in one go: {tags}").format(tags="{{ … }}, {% if … %}")


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


def _printed_whole(tree: nodes.Template, source: str, known: Known, place: Place | None) -> Found:
    """``{{ boxes.level }}`` would print all its boxes, as Python writes a mapping."""
    for node in [node for output in tree.find_all(nodes.Output) for node in output.nodes]:
        if parts := _parts(node, known):
            name, text = written(node), _line_of(source, node.lineno)
            message = _('"{name}" is several values, in "{text}"').format(name=name, text=text)
            yield Problem("T401", message, place, did_you_mean("", [f"{name}.{part}" for part in parts]))


def _names_without_tags(source: str, known: Known, place: Place | None) -> Found:
    """``{unit_name}``, and «单位名称» of a mail merge: meant for a tag, and printed as it stands."""
    names = {name: instead if isinstance(instead, str) else name for name, instead in known.items()}
    for number, line in enumerate(source.split("\n"), start=1):
        for found in _NO_TAG.finditer(TAG.sub("", re.sub(r"<[^>]*>", "", line))):
            if name := names.get(found[1], ""):
                message = _('"{typed}" is not a tag, in "{text}"')
                words = message.format(typed=found.group(), text=_line_of(source, number))
                yield Problem("T410", words, place, _("write {tag}").format(tag=f"{{{{ {name} }}}}"))


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


def _text_of(source: str, line: int) -> str:
    """The text of a paragraph: docxtpl lets every paragraph begin a line."""
    lines = source.split("\n")
    return re.sub(r"<[^>]*>", "", lines[min(max(line, 1), len(lines)) - 1])


def _line_of(source: str, line: int) -> str:
    return _shown(_text_of(source, line))


def _shown(text: str) -> str:
    """Of a long paragraph, its tags."""
    return short(text if len(text) <= 60 else " … ".join(TAG.findall(text)) or text)
