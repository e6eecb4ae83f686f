"""Which keys a model knows at a place: the answer to an unknown key."""

from __future__ import annotations

import types
from collections.abc import Iterator
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
        for name, field in member.model_fields.items()
    }


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
