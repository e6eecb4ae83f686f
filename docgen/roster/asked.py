"""Which properties of a unit the texts ask for: ``{{ unit.contact }}`` asks for ``contact``."""

from __future__ import annotations

import functools

from jinja2 import Environment, TemplateSyntaxError, nodes


@functools.lru_cache(maxsize=4096)
def asked_of_unit(text: str) -> tuple[str, ...]:
    """The properties that a text names, each once.

    A text that is no Jinja asks for nothing; whoever composes it says what is wrong with it.
    """
    tree = _parsed(text)
    found = tree.find_all((nodes.Getattr, nodes.Getitem)) if tree else ()
    return tuple(dict.fromkeys(name for node in found if (name := _property(node))))


def whole_property(text: str) -> str | None:
    """``contact``, if the text is ``{{ unit.contact }}`` and nothing else."""
    tree = _parsed(text.strip())
    match tree and tree.body:
        case [nodes.Output(nodes=[nodes.Getattr() | nodes.Getitem() as node])]:
            return _property(node)
        case _:
            return None


def _parsed(text: str) -> nodes.Template | None:
    if "unit" not in text or "{" not in text:
        return None
    try:
        return Environment().parse(text)
    except (TemplateSyntaxError, RecursionError):
        return None


def _property(node: nodes.Node) -> str | None:
    match node:
        case nodes.Getattr(node=nodes.Name(name="unit"), attr=name):
            return name
        case nodes.Getitem(node=nodes.Name(name="unit"), arg=nodes.Const(value=str() as name)):
            return name
        case _:
            return None
