"""The expressions of a part without loops and conditions, and their values for a document."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any

from jinja2 import Environment, nodes

Values = Mapping[str, Any]


def split_source(tree: nodes.Template) -> list[str | nodes.Expr] | None:
    """Literal text and expressions in turn; None where there is more than that, such as a loop."""
    parts: list[str | nodes.Expr] = []
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            return None
        parts += [one.data if isinstance(one, nodes.TemplateData) else one for one in node.nodes]
    return parts


def expressions_of(tree: nodes.Template) -> list[nodes.Expr]:
    """The expressions alone."""
    return [part for part in split_source(tree) or () if not isinstance(part, str)]


def reader(expressions: Sequence[nodes.Expr], environment: Environment) -> Callable[[Values], Sequence[Any]]:
    """A function from a document's values to those of the expressions, in order.

    It raises KeyError or Jinja's UndefinedError for a name that is not there.
    """
    names = [one.name for one in expressions if isinstance(one, nodes.Name)]
    if len(names) < len(expressions):
        return functools.partial(_evaluated, _assigning(expressions, environment), len(expressions))
    if len(names) == 1:
        return lambda values: (values[names[0]],)
    return itemgetter(*names) if names else lambda _values: ()


def written(expression: nodes.Expr) -> str:
    """An expression as a letter names it: ``unit.name``."""
    match expression:
        case nodes.Name(name=name):
            return str(name)
        case nodes.Getattr(node=node, attr=attr):
            return f"{written(node)}.{attr}"
        case nodes.Getitem(node=node, arg=nodes.Const(value=value)):
            return f"{written(node)}[{value}]"
        case nodes.Filter(node=nodes.Expr() as node, name=name):
            return f"{written(node)}|{name}"
        case _:
            return "…"


def _assigning(expressions: Sequence[nodes.Expr], environment: Environment) -> Any:
    # Assignments instead of outputs, so that values come back as they are and not as text.
    body: list[nodes.Node] = [
        nodes.Assign(nodes.Name(f"_{slot}", "store"), one, lineno=one.lineno) for slot, one in enumerate(expressions)
    ]
    tree = nodes.Template(body, lineno=1)
    tree.set_environment(environment)
    return environment.from_string(tree)


def _evaluated(template: Any, count: int, values: Values) -> list[Any]:
    context = template.new_context(values)
    for _nothing in template.root_render_func(context):
        pass
    return [context.vars[f"_{slot}"] for slot in range(count)]
