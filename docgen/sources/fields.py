"""Which keys a model knows at a place, and what is said of them: the answer to an unknown key."""

from __future__ import annotations

import ast
import copy
import functools
import inspect
import itertools
import textwrap
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from docgen.sources.source_map import Loc

Fields = dict[str, FieldInfo]


def fields_at(model: type[BaseModel], loc: Loc) -> Fields:
    """The fields that a mapping at ``loc`` may have; empty where no mapping of known keys stands.

    ``loc`` is pydantic's; the names of a union's branches in it are stepped over.
    """
    here: list[Any] = [model]
    for step in loc:
        here = [part for annotation in here for part in _inside(annotation, step)] or here
    return {
        name: field
        for annotation in here
        for member in _members(annotation)
        if _is_model(member)
        for name, field in _described(member).items()
    }


@functools.cache
def descriptions(model: type[BaseModel]) -> Mapping[str, str]:
    """Field → the docstring below it. Read from the source when asked for: models do not, as it takes long to."""
    found: dict[str, str] = {}
    for part in reversed(model.__mro__[: model.__mro__.index(BaseModel)]):
        found |= _docstrings(part)
    return found


def _docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(definition, ast.ClassDef)
    for pair in itertools.pairwise(definition.body):
        match pair:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str() as text)):
                yield name, inspect.cleandoc(text)


def _described(model: type[BaseModel]) -> Fields:
    fields = {name: copy.copy(field) for name, field in model.model_fields.items()}
    for name, text in descriptions(model).items():
        fields[name].description = text
    return fields


def _inside(annotation: Any, step: str | int) -> Iterator[Any]:
    """What stands at key or index ``step`` of a value so annotated."""
    for member in _members(annotation):
        if _is_model(member) and step in member.model_fields:
            yield member.model_fields[step].annotation
        elif get_origin(member) is list and isinstance(step, int):
            yield get_args(member)[0]
        elif get_origin(member) is dict:
            yield get_args(member)[1]


def _members(annotation: Any) -> Iterator[Any]:
    """The branches of a union, without their constraints."""
    if get_origin(annotation) is Annotated:
        yield from _members(get_args(annotation)[0])
    elif get_origin(annotation) in (Union, types.UnionType):
        for branch in get_args(annotation):
            yield from _members(branch)
    else:
        yield annotation


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)
