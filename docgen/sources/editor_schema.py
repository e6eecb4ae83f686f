"""A JSON schema for editors (draft-07) from a model: it accepts what the loader accepts, as a person writes.

Pydantic's own schema describes the values after reading. An editor sees them before: a telephone number may
look like a number, yes may be 是, a key may have nothing behind it, one thing may stand for a list.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema

from docgen.language import translated
from docgen.sources.fields import descriptions

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"
NULL: Schema = {"type": "null"}
LIMITS = {"gt": "exclusiveMinimum", "ge": "minimum", "lt": "exclusiveMaximum", "le": "maximum"}


def editor_schema(model: type[BaseModel], title: str, description: str, shorthands: Mapping[str, Schema]) -> Schema:
    """The schema of files that ``model`` reads.

    ``shorthands`` are other ways to write a part, by the part's name: a document number as text.
    """
    schema = model.model_json_schema(ref_template="#/definitions/{model}", schema_generator=_Described)
    parts = {name: _part(part, shorthands.get(name)) for name, part in schema.pop("$defs").items()}
    head = {"$schema": DRAFT, "title": title, "description": translated(description)}
    return head | _without(_edited(schema), "title", "description") | {"definitions": parts}


class _Described(GenerateJsonSchema):
    """Pydantic's schema, each key with the docstring of its field."""

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, text in descriptions(model).items():
            made["properties"][name]["description"] = text
        return made


def _part(part: Schema, shorthand: Schema | None) -> Schema:
    edited = _edited(part)
    if shorthand is None:
        return edited
    return {"description": edited.pop("description", ""), "anyOf": [_in_the_users_language(shorthand), edited]}


def _edited(schema: Schema) -> Schema:
    """The schema and all within it, as an editor needs them."""
    schema = _each_within(schema, _edited)
    for edit in EDITS:
        schema = edit(schema)
    return schema


def _each_within(schema: Schema, edit: Callable[[Schema], Schema]) -> Schema:
    """The schema with ``edit`` done to each schema in it."""
    done = dict(schema)
    for key in ("properties", "patternProperties"):
        if key in done:
            done[key] = {name: edit(part) for name, part in done[key].items()}
    for key in ("items", "additionalProperties"):
        if isinstance(done.get(key), dict):
            done[key] = edit(done[key])
    for key in ("anyOf", "allOf"):
        if key in done:
            done[key] = [edit(part) for part in done[key]]
    return done


def _plain_titles(schema: Schema) -> Schema:
    """ "Copy Number" says nothing that the key does not; an empty default makes no better completion."""
    schema = _without(schema, "title")
    return _without(schema, "default") if schema.get("default", 0) in (None, "") else schema


def _limits(schema: Schema) -> Schema:
    return {LIMITS.get(key, key): value for key, value in schema.items()}


def _unknown_keys(schema: Schema) -> Schema:
    return {**schema, "additionalProperties": False} if "patternProperties" in schema else schema


def _nothing_written(schema: Schema) -> Schema:
    """``fax:`` with nothing behind it is no fax."""
    needed = schema.get("required", [])
    properties = schema.get("properties", {}).items()
    if not properties:
        return schema
    written = {name: part if name in needed else _or_nothing(part) for name, part in properties}
    return {**schema, "properties": written}


def _or_nothing(schema: Schema) -> Schema:
    """The schema, or null; pydantic's "this or null" is written as shortly."""
    inner = [part for part in schema.get("anyOf", []) if part != NULL]
    if len(inner) == 1:
        schema = inner[0] | _without(schema, "anyOf")
    if "anyOf" in schema:
        return {**schema, "anyOf": [*inner, NULL]}
    if "allOf" in schema or "$ref" in schema:
        words = _without(schema, "allOf", "$ref")
        return {**words, "anyOf": [*schema.get("allOf", [{"$ref": schema.get("$ref")}]), NULL]}
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        schema = {**schema, "type": [*types, "null"]}
    return {**schema, "enum": [*schema["enum"], None]} if "enum" in schema else schema


def _reference(schema: Schema) -> Schema:
    """In draft-07 nothing beside ``$ref`` counts."""
    if "$ref" not in schema or len(schema) == 1:
        return schema
    return {**_without(schema, "$ref"), "allOf": [{"$ref": schema["$ref"]}]}


def _yes_no(schema: Schema) -> Schema:
    if schema.get("type") != "boolean":
        return schema
    return {**_without(schema, "type"), "enum": [True, False, "是", "否"]}


def _as_typed(schema: Schema) -> Schema:
    """A text may look like a number; the loader keeps it as typed."""
    if schema.get("type") != "string" or "enum" in schema or "format" in schema:
        return schema
    return {**schema, "type": ["string", "number"]}


def _in_the_users_language(schema: Schema) -> Schema:
    described = isinstance(schema.get("description"), str)
    return {**schema, "description": translated(schema["description"])} if described else schema


EDITS = (
    _in_the_users_language,
    _plain_titles,
    _limits,
    _unknown_keys,
    _nothing_written,
    _reference,
    _yes_no,
    _as_typed,
)


def _without(schema: Schema, *keys: str) -> Schema:
    return {key: value for key, value in schema.items() if key not in keys}
