"""From what was typed to values, by annotations: what does not fit is put down with the way to it, and reading goes on.

For each annotation a reader is made, once, when it is first asked for.
"""

from __future__ import annotations

import datetime
import functools
import re
import types
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from docgen.sources.marks import Before, Length, Like, Mark, Refused, Within
from docgen.sources.part import Part, keys_of
from docgen.sources.source_map import Loc

PartT = TypeVar("PartT", bound=Part)


class Wrong(NamedTuple):
    """What does not fit, by its name in ``letters.LETTERS``; ``loc`` leads through what shorthands stand for.

    ``at_key``: it is the key that is wrong, not its value.
    """

    kind: str
    loc: Loc
    value: Any
    facts: Mapping[str, Any] = types.MappingProxyType({})
    at_key: bool = False


Reader = Callable[[Any, Loc, list[Wrong]], Any]
"""From a value, the way to it and the list of what is wrong, to what is made of it: whatever it is, if it is wrong."""


def read_part(kind: type[PartT], typed: Any) -> tuple[PartT | None, Sequence[Wrong]]:
    """The part made of what was typed, or None and all that is wrong with it."""
    wrong: list[Wrong] = []
    annotation: Any = kind
    part = _reader(annotation)(typed, (), wrong)
    return (None if wrong else part), wrong


@functools.cache
def _reader(annotation: Any) -> Reader:
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(_reader(inner[0]), inner[1:])
    if origin is Literal:
        return _choice(inner)
    if origin in (Union, types.UnionType):
        return _union(inner)
    if origin is list:
        return _list(_reader(inner[0]))
    if origin is dict:
        return _mapping(_reader(inner[0]), _reader(inner[1]))
    return _part(annotation) if issubclass(annotation, Part) else _simple(annotation)


# ---------------------------------------------------------------- simple values

TYPES: Mapping[type, tuple[str, tuple[type, ...]]] = {
    str: ("string_type", (str,)),
    int: ("int_type", (int,)),
    float: ("float_type", (int, float)),
    bool: ("bool_type", (bool,)),
    datetime.date: ("date_type", (datetime.date,)),
}
"""What is wrong with a value that is none of these. True is no number."""


def _simple(kind: type) -> Reader:
    name, fitting = TYPES[kind]

    def read(value: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        if type(value) not in fitting:
            wrong.append(Wrong(name, loc, value))
        return value

    return read


def _choice(choices: Sequence[Any]) -> Reader:
    def read(value: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        if value not in choices:
            wrong.append(Wrong("literal_error", loc, value, {"choices": choices}))
        return value

    return read


# ---------------------------------------------------------------- marks


def _marked(inner: Reader, marks: Sequence[Mark]) -> Reader:
    makers = [mark.make for mark in marks if isinstance(mark, Before)]
    limits = [(LIMITS[type(mark)], mark) for mark in marks if type(mark) in LIMITS]

    def read(typed: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        known = len(wrong)
        try:
            value = inner(functools.reduce(_made, makers, typed), loc, wrong)
            if len(wrong) == known:
                for keep, mark in limits:
                    keep(mark, value)
        except Refused as refused:
            wrong.append(Wrong(refused.kind, loc, typed, refused.facts))
            return typed
        return value

    return read


def _made(value: Any, make: Callable[[Any], Any]) -> Any:
    return make(value)


def _length(mark: Length, value: str | list[Any]) -> None:
    """A text of spaces only is as short as none."""
    name = "string_too" if isinstance(value, str) else "too"
    if len(value.strip() if isinstance(value, str) else value) < mark.least:
        raise Refused(f"{name}_short", min_length=mark.least)
    if mark.most is not None and len(value) > mark.most:
        raise Refused(f"{name}_long", max_length=mark.most)


def _like(mark: Like, value: str) -> None:
    if not re.fullmatch(mark.pattern, value):
        raise Refused("string_pattern_mismatch", pattern=mark.pattern)


def _within(mark: Within, value: float) -> None:
    if mark.gt is not None and value <= mark.gt:
        raise Refused("greater_than", gt=mark.gt)
    if mark.ge is not None and value < mark.ge:
        raise Refused("greater_than_equal", ge=mark.ge)
    if mark.le is not None and value > mark.le:
        raise Refused("less_than_equal", le=mark.le)


LIMITS: Mapping[type, Callable[[Any, Any], None]] = {Length: _length, Like: _like, Within: _within}


# ---------------------------------------------------------------- what holds others


def _union(branches: Sequence[Any]) -> Reader:
    """The first branch that fits; if none does, what is wrong with each."""
    readers = [_reader(branch) for branch in branches if branch is not types.NoneType]
    may_be_none = types.NoneType in branches

    def read(value: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        if value is None and may_be_none:
            return None
        found: list[Wrong] = []
        for reader in readers:
            known = len(found)
            made = reader(value, loc, found)
            if len(found) == known:
                return made
        wrong += found
        return value

    return read


def _list(entry: Reader) -> Reader:
    def read(value: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        if not isinstance(value, list):
            wrong.append(Wrong("list_type", loc, value))
            return value
        return [entry(part, (*loc, index), wrong) for index, part in enumerate(value)]

    return read


def _mapping(key: Reader, entry: Reader) -> Reader:
    def read(value: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        if not isinstance(value, dict):
            wrong.append(Wrong("dict_type", loc, value))
            return value
        names: list[Wrong] = []
        for name in value:
            key(name, (*loc, name), names)
        wrong += [one._replace(at_key=True) for one in names]
        return {name: entry(part, (*loc, name), wrong) for name, part in value.items()}

    return read


def _part(kind: type[Part]) -> Reader:
    def read(typed: Any, loc: Loc, wrong: list[Wrong]) -> Any:
        known = len(wrong)
        try:
            written = kind.written_out(typed)
            if not isinstance(written, dict):
                raise Refused("model_type")
            values = _values(kind, written, loc, wrong)
            return kind(**values).agree() if len(wrong) == known else None
        except Refused as refused:
            wrong.append(Wrong(refused.kind, loc, typed, refused.facts))

    return read


def _values(kind: type[Part], written: Mapping[str, Any], loc: Loc, wrong: list[Wrong]) -> dict[str, Any]:
    """``fax:`` with nothing behind it is as good as no ``fax`` at all, where it may be left out."""
    keys, values = keys_of(kind), {}
    for name, known in keys.items():
        if name in written and (written[name] is not None or known.is_needed):
            values[name] = _reader(known.annotation)(written[name], (*loc, name), wrong)
        elif known.is_needed:
            wrong.append(Wrong("missing", (*loc, name), written))
    unknown = written.keys() - keys.keys()
    wrong += [Wrong("extra_forbidden", (*loc, name), written[name], at_key=True) for name in written if name in unknown]
    return values
