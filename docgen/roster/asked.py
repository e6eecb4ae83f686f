"""Which properties of a unit the texts ask for: ``{{ unit.contact }}`` asks for ``contact``."""

from __future__ import annotations

import functools

from jinja2 import Environment, TemplateSyntaxError, nodes

PERHAPS_FILTERS = ("default", "d")
PERHAPS_TESTS = ("defined", "undefined")


@functools.lru_cache(maxsize=4096)
def asked_of_unit(text: str) -> dict[str, bool]:
    """The properties that a text names; True for those it cannot do without. A text that is no Jinja asks nothing.

    Whoever composes the text says what is wrong with it.
    """
    if "unit" not in text or "{" not in text:
        return {}
    try:
        tree = Environment().parse(text)
    except TemplateSyntaxError:
        return {}
    unsure = set(_unsure(tree))
    asked: dict[str, bool] = {}
    for node in tree.find_all((nodes.Getattr, nodes.Getitem)):
        if name := _property(node):
            asked[name] = asked.get(name, False) or name not in unsure
    return asked


def whole_property(text: str) -> str | None:
    """``contact``, if the text is ``{{ unit.contact }}`` and nothing else."""
    try:
        tree = Environment().parse(text.strip()) if "unit" in text else None
    except TemplateSyntaxError:
        return None
    match tree and tree.body:
        case [nodes.Output(nodes=[nodes.Getattr() | nodes.Getitem() as node])]:
            return _property(node)
        case _:
            return None


def _unsure(tree: nodes.Template) -> list[str]:
    """What a condition asks about, or has a default."""
    found = []
    for node in tree.find_all((nodes.Filter, nodes.Test, nodes.If, nodes.CondExpr)):
        match node:
            case nodes.Filter(name=name, node=inner) if name in PERHAPS_FILTERS and inner:
                found.append(_property(inner))
            case nodes.Test(name=name, node=inner) if name in PERHAPS_TESTS:
                found.append(_property(inner))
            case nodes.If(test=test) | nodes.CondExpr(test=test):
                found += [_property(part) for part in (test, *test.find_all((nodes.Getattr, nodes.Getitem)))]
            case _:
                pass
    return [name for name in found if name]


def _property(node: nodes.Node) -> str | None:
    match node:
        case nodes.Getattr(node=nodes.Name(name="unit"), attr=name):
            return name
        case nodes.Getitem(node=nodes.Name(name="unit"), arg=nodes.Const(value=str() as name)):
            return name
        case _:
            return None
