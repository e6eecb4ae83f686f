"""A JSON schema for editors (draft-07) from a part: it accepts what the loader accepts, as a person writes.

An editor sees values before they are read: a telephone number may look like a number, yes may be 是, a key may have
nothing behind it, one thing may stand for a list.
"""

from __future__ import annotations

import datetime
import inspect
import types
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from docgen.language import translated
from docgen.sources.fields import described, members
from docgen.sources.marks import Length, Like, Within
from docgen.sources.part import Known, Part, values_of
from docgen.sources.typed_text import OneOrMany

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
NULL: Schema = {"type": "null"}
SIMPLE: Mapping[Any, Schema] = {
    # The loader keeps a text as typed, though it may look like a number to an editor.
    str: {"type": ["string", "number"]},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"enum": [True, False, "是", "否"]},
    datetime.date: {"format": "date", "type": "string"},
}


def editor_schema(model: type[Part], title: str, description: str, shorthands: Mapping[str, Schema]) -> Schema:
    """The schema of files that ``model`` reads.

    ``shorthands`` are other ways to write a part, by the part's name: a document number as text.
    """
    head = {"$schema": DRAFT, "title": title, "description": translated(description)}
    parts = sorted(set(_parts_of(model)) - {model}, key=lambda part: part.__name__)
    definitions = {part.__name__: _definition(part, shorthands.get(part.__name__)) for part in parts}
    return {**head, **_mapping(model), "definitions": definitions}


def _parts_of(annotation: Any) -> Iterator[type[Part]]:
    """The part itself and all that may stand in it."""
    for member in members(annotation):
        if isinstance(member, type) and issubclass(member, Part):
            yield member
            for known in described(member).values():
                yield from _parts_of(known.annotation)
        else:
            for inner in get_args(member):
                yield from _parts_of(inner)


def _definition(part: type[Part], shorthand: Schema | None) -> Schema:
    description = {"description": translated(inspect.cleandoc(part.__doc__ or ""))}
    if shorthand is None:
        return {**description, **_mapping(part)}
    words = {"description": translated(shorthand["description"])} if "description" in shorthand else {}
    return {**description, "anyOf": [{**shorthand, **words}, _mapping(part)]}


def _mapping(part: type[Part]) -> Schema:
    known = described(part)
    needed = [name for name, key in known.items() if key.is_needed]
    properties = {name: _key(key) for name, key in known.items()}
    return {
        "type": "object",
        "properties": properties,
        **({"required": needed} if needed else {}),
        "additionalProperties": False,
    }


def _key(known: Known) -> Schema:
    """An empty default makes no better completion."""
    schema = _value(known.annotation)
    described = {"description": translated(known.description)}
    if known.is_needed:
        return {**described, **_beside(schema)}
    default = values_of(known.otherwise())
    shown = {} if default in (None, "", [], {}) else {"default": default}
    return {**described, **shown, **_or_nothing(schema)}


def _beside(schema: Schema) -> Schema:
    """In draft-07 nothing beside ``$ref`` counts."""
    return {"allOf": [schema]} if "$ref" in schema else schema


def _or_nothing(schema: Schema) -> Schema:
    """``fax:`` with nothing behind it is no fax."""
    if "anyOf" in schema:
        return {"anyOf": [*schema["anyOf"], NULL]}
    if "$ref" in schema:
        return {"anyOf": [schema, NULL]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        schema = {**schema, "type": [*types, "null"]}
    return {**schema, "enum": [*schema["enum"], None]} if "enum" in schema else schema


# ---------------------------------------------------------------- what may stand at a key


def _value(annotation: Any) -> Schema:
    match get_origin(annotation), get_args(annotation):
        case origin, (kind, *marks) if origin is Annotated:
            return _marked(_value(kind), marks)
        case origin, choices if origin is Literal:
            return {"enum": list(choices), "type": "string"}
        case origin, branches if origin in (Union, types.UnionType):
            shown = [_value(branch) for branch in branches if branch is not types.NoneType]
            return shown[0] if len(shown) == 1 else {"anyOf": shown}
        case origin, (entry,) if origin is list:
            return {"type": "array", "items": _value(entry)}
        case origin, (key, entry) if origin is dict:
            return _named(_value(key), _value(entry))
    return {"$ref": f"#/definitions/{annotation.__name__}"} if issubclass(annotation, Part) else SIMPLE[annotation]


def _named(key: Schema, entry: Schema) -> Schema:
    """A mapping whose keys the author chooses."""
    if "pattern" not in key:
        return {"type": "object", "additionalProperties": entry}
    limits = {name: key[name] for name in ("maxLength",) if name in key}
    return {
        "type": "object",
        "patternProperties": {key["pattern"]: entry},
        "propertyNames": limits,
        "additionalProperties": False,
    }


def _marked(schema: Schema, marks: list[Any]) -> Schema:
    for mark in marks:
        schema = {**schema, **_limits(mark, schema)}
    if any(isinstance(mark, OneOrMany) for mark in marks):
        return {"anyOf": [schema["items"], schema]}
    return schema


def _limits(mark: Any, schema: Schema) -> Schema:
    match mark:
        case Length(least, most):
            name = "Items" if schema["type"] == "array" else "Length"
            limits: Mapping[str, float | str | None] = {f"min{name}": least or None, f"max{name}": most}
        case Like(pattern):
            limits = {"pattern": pattern}
        case Within(gt, ge, le):
            limits = {"exclusiveMinimum": gt, "minimum": ge, "maximum": le}
        case _:
            limits = {}
    return {name: limit for name, limit in limits.items() if limit is not None}
