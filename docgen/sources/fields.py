"""Which keys a model knows at a place, and what is said of them: the answer to an unknown key."""

from __future__ import annotations

import ast
import functools
import inspect
import itertools
import textwrap
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from docgen.sources.part import Known, Part, keys_of
from docgen.sources.source_map import Loc

Fields = Mapping[str, Known]


def fields_at(model: type[Part], loc: Loc) -> Fields:
    """The fields that a mapping at ``loc`` may have; empty where no mapping of known keys stands.

    ``loc`` is the way through what shorthands stand for.
    """
    here: list[Any] = [model]
    for step in loc:
        here = [part for annotation in here for part in _inside(annotation, step)] or here
    return {
        name: field
        for annotation in here
        for member in members(annotation)
        if _is_model(member)
        for name, field in described(member).items()
    }


@functools.cache
def _descriptions(model: Any) -> Mapping[str, str]:
    """Field → the docstring below it. Read from the source when asked for: models do not, as it takes long to."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__[: model.__mro__.index(Part)]):
        found |= _docstrings(part)
    return found


def _docstrings(model: type[Part]) -> Iterator[tuple[str, str]]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(definition, ast.ClassDef)
    for pair in itertools.pairwise(definition.body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as text)):
                yield name, inspect.cleandoc(text)


def described(model: type[Part]) -> Fields:
    """The keys of a part with what is said of them."""
    part: Any = model
    texts = _descriptions(part)
    return {name: known._replace(description=texts.get(name, "")) for name, known in keys_of(model).items()}


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """What stands at key or index ``step`` of a value so annotated."""
    for member in members(annotation):
        if _is_model(member) and step in keys_of(member):
            yield keys_of(member)[str(step)].annotation
        elif get_origin(member) is list and isinstance(step, int):
            yield get_args(member)[0]
        elif get_origin(member) is dict:
            yield get_args(member)[1]


def members(annotation: Any) -> Iterator[Any]:
    """The branches of a union, without their constraints."""
    if get_origin(annotation) is Annotated:
        yield from members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for branch in get_args(annotation):
            yield from members(branch)
    else:
        yield annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Part)
