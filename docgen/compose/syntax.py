"""What a template asks for, read from its syntax tree before anything is rendered.

So that every wrong name of a text is found, not only the first one that rendering stumbles over. A name that
a loop or ``set`` makes is left to rendering; so is one that ``is defined`` or ``default`` says may be missing.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from typing import Literal

from jinja2 import nodes

from docgen.compose.environment import parsed
from docgen.frozen import dataclass

Path = tuple[str | int, ...]
"""``deadlines.submission`` as ("deadlines", "submission")."""


@dataclass(frozen=True)
class NameUse:
    """A name is printed, looped over, compared …"""

    path: Path
    line: int


@dataclass(frozen=True)
class FilterUse:
    """A filter or a test is used, with so many arguments and these keywords."""

    name: str
    arguments: int
    keywords: tuple[str, ...]
    line: int
    kind: Literal["filter", "test"] = "filter"


@dataclass(frozen=True)
class Forbidden:
    """What is no part of the words: a way into Python, a call, a statement; ``written`` is how it looks."""

    kind: Literal["hidden", "call", "syntax", "deep"]
    written: str
    line: int


Finding = NameUse | FilterUse | Forbidden

KNOWN_SYNTAX = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.Compare,
    nodes.Operand,
    nodes.Or,
    nodes.Not,
    nodes.Add,
    nodes.Sub,
    nodes.Mul,
    nodes.FloorDiv,
    nodes.Mod,
    nodes.Neg,
    nodes.Pos,
    nodes.List,
    nodes.Tuple,
    nodes.Keyword,
    nodes.Slice,
)
"""Besides names, filters, tests, ``if``, ``for`` and ``set``, which are looked at one by one."""

WRITTEN = {
    "Concat": "~",
    "Pow": "**",
    "Div": "/",
    "Dict": "{…}",
    "CallBlock": "call",
    "FilterBlock": "filter",
    "AssignBlock": "set",
    "FromImport": "from",
}
"""How a piece of syntax looks, where its class is not named so."""

DEEPEST = 50
"""So many things may stand within each other: brackets, filters one behind the other, ``if`` within ``for`` …"""

MAY_BE_MISSING = ("default", "d")
ASKS_FOR_PRESENCE = ("defined", "undefined")


@dataclass(frozen=True)
class _Scope:
    """``made``: names of loops and ``set``; ``unsure``: paths that a condition asked about."""

    made: frozenset[str] = frozenset()
    unsure: frozenset[Path] = frozenset()

    def making(self, *names: str) -> _Scope:
        return _Scope(self.made | set(names), self.unsure)

    def doubting(self, condition: nodes.Node) -> _Scope:
        return _Scope(self.made, self.unsure | set(_asked_about(condition)))

    def knows(self, path: Path) -> bool:
        return path[0] in self.made or any(path[: len(asked)] == asked for asked in self.unsure)


@functools.lru_cache(maxsize=4096)
def findings(source: str) -> tuple[Finding, ...]:
    """All that ``source`` asks for, in reading order. Raises ``jinja2.TemplateSyntaxError``."""
    tree = parsed(source)
    deep = _too_deep(tree)
    return (deep,) if deep else tuple(_in_order([tree], _Scope()))


def _too_deep(tree: nodes.Template) -> Forbidden | None:
    """Something within more than ``DEEPEST`` others; Python and Jinja lose their way in such thickets."""
    left: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while left:
        node, depth = left.pop()
        if depth > DEEPEST:
            return Forbidden("deep", "", node.lineno)
        left += [(child, depth + 1) for child in node.iter_child_nodes()]
    return None


def _in_order(siblings: Sequence[nodes.Node], scope: _Scope) -> Iterator[Finding]:
    """Siblings one after another: what one of them sets, the next may use."""
    for node in siblings:
        yield from _of(node, scope)
        if isinstance(node, nodes.Assign):
            scope = scope.making(*_targets(node.target))


def _of(node: nodes.Node, scope: _Scope) -> Iterator[Finding]:
    match node:
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            yield from _of_name(node, scope)
        case nodes.Filter():
            yield from _of_filter(node, scope)
        case nodes.Test():
            yield from _of_test(node, scope)
        case nodes.Call():
            yield from _of_call(node, scope)
        case nodes.For():
            yield from _of_loop(node, scope)
        case nodes.If() | nodes.CondExpr():
            yield from _of(node.test, scope.doubting(node.test))
            yield from _children(node, scope.doubting(node.test), but=node.test)
        case nodes.And():
            yield from _children(node, scope.doubting(node))
        case nodes.Assign():
            yield from _of(node.node, scope)
        case _ if isinstance(node, KNOWN_SYNTAX):
            yield from _children(node, scope)
        case _:
            name = type(node).__name__
            yield Forbidden("syntax", WRITTEN.get(name, name.lower()), node.lineno)


def _children(node: nodes.Node, scope: _Scope, but: nodes.Node | None = None) -> Iterator[Finding]:
    yield from _in_order([child for child in node.iter_child_nodes() if child is not but], scope)


def _of_name(node: nodes.Node, scope: _Scope) -> Iterator[Finding]:
    """``deadlines.submission["date"]`` is one path; parts of something else are left to rendering."""
    path = _path(node)
    if _last_part(node).startswith("_"):
        yield Forbidden("hidden", _last_part(node), node.lineno)
    elif path is None or any(str(part).startswith("_") for part in path):
        yield from _children(node, scope)
    elif not scope.knows(path):
        yield NameUse(path, node.lineno)


def _path(node: nodes.Node) -> Path | None:
    """The whole way from a name, if all of it is written out."""
    match node:
        case nodes.Name():
            return (node.name,)
        case nodes.Getattr(attr=part) | nodes.Getitem(arg=nodes.Const(value=str() | int() as part)):
            before = _path(node.node)
            return None if before is None else (*before, part)
        case _:
            return None


def _last_part(node: nodes.Node) -> str:
    match node:
        case nodes.Name(name=part) | nodes.Getattr(attr=part):
            return part
        case nodes.Getitem(arg=nodes.Const(value=str() as part)):
            return part
        case _:
            return ""


def _of_filter(node: nodes.Filter, scope: _Scope) -> Iterator[Finding]:
    keywords = tuple(str(keyword.key) for keyword in node.kwargs if isinstance(keyword, nodes.Keyword))
    if node.name.startswith("_") or node.dyn_args or node.dyn_kwargs:
        yield Forbidden("syntax", node.name if node.name.startswith("_") else "*", node.lineno)
    else:
        yield FilterUse(node.name, len(node.args), keywords, node.lineno)
    if node.node is not None:
        unsure = scope.doubting(node) if node.name in MAY_BE_MISSING else scope
        yield from _of(node.node, unsure)
    yield from _in_order([*node.args, *node.kwargs], scope)


def _of_test(node: nodes.Test, scope: _Scope) -> Iterator[Finding]:
    yield FilterUse(node.name, len(node.args), (), node.lineno, "test")
    yield from _children(node, scope.doubting(node))


def _of_call(node: nodes.Call, scope: _Scope) -> Iterator[Finding]:
    match node:
        case nodes.Call(node=nodes.Name(name="range"), kwargs=[], dyn_args=None, dyn_kwargs=None):
            yield from _in_order(node.args, scope)
        case _:
            name = _last_part(node.node)
            yield Forbidden("hidden" if name.startswith("_") else "call", name, node.lineno)


def _of_loop(node: nodes.For, scope: _Scope) -> Iterator[Finding]:
    assert isinstance(node.iter, nodes.Filter)  # the one that counts, see ``parsed``
    yield from _children(node.iter, scope)
    if node.recursive:
        yield Forbidden("syntax", "recursive", node.lineno)
    inside = scope.making(*_targets(node.target), "loop")
    yield from _in_order([node.test] if node.test else [], inside)
    yield from _in_order(node.body, inside)
    yield from _in_order(node.else_, scope)


def _targets(target: nodes.Node) -> list[str]:
    return [name.name for name in [target, *target.find_all(nodes.Name)] if isinstance(name, nodes.Name)]


def _asked_about(condition: nodes.Node) -> Iterator[Path]:
    """Paths that ``is defined`` or ``default`` within a condition asks about."""
    for node in [condition, *condition.find_all((nodes.Test, nodes.Filter))]:
        if isinstance(node, nodes.Test | nodes.Filter) and node.name in (*MAY_BE_MISSING, *ASKS_FOR_PRESENCE):
            path = _path(node.node) if node.node else None
            if path:
                yield path
