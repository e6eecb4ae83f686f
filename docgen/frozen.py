"""``dataclass`` as ever, but quick to make where a class is frozen.

The standard library writes six methods for each class and has Python compile them: half a millisecond a class, and a
command has a hundred of them before it reads the first line of a campaign. Here ``__init__`` alone is written for the
class; the other methods look its fields up. Fields, ``replace``, ``asdict``, ``match`` and ``FrozenInstanceError`` are
as ever.
"""

from __future__ import annotations

import dataclasses
import operator
import reprlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls=None, /, *, frozen=False, **how):
        """``dataclasses.dataclass``; a quick one for ``frozen=True`` and nothing else."""
        make = _frozen if frozen and not how else dataclasses.dataclass(frozen=frozen, **how)
        return make if cls is None else make(cls)


Fields = Sequence["dataclasses.Field[Any]"]
Methods = dict[str, Callable[..., Any]]


def _frozen(cls: type) -> type:
    # Of a class that says nothing of itself, the standard library would write down how it is called, which takes long.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: type[Any] = dataclasses.dataclass(init=False, repr=False, eq=False)(cls)
    fields = dataclasses.fields(made)
    methods: Methods = {"__init__": _init(made, fields), "__repr__": _repr(fields), **_equality(fields), **_REFUSALS}
    for name, method in methods.items():
        # A method that the class has itself is kept; with __eq__ of its own, Python has set __hash__ to None.
        if cls.__dict__.get(name) is None:
            setattr(made, name, method)
    return made


def _init(made: type[Any], fields: Fields) -> Callable[..., None]:
    """Written out when the first value is made: many classes have none, as nothing was found wrong."""

    def first(self: Any, *values: Any, **named: Any) -> None:
        made.__init__ = _written_out(fields)
        made.__init__(self, *values, **named)

    return first


def _written_out(fields: Fields) -> Callable[..., None]:
    """Written out, as it is called for every value, and a loop over the fields would be slow."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
    head = ", ".join(["self", *_parameters(fields, known)])
    body = "".join(f" _set(self, {field.name!r}, {_value(field)})\n" for field in fields) or " pass\n"
    exec(f"def __init__({head}):\n{body}", known)
    init: Callable[..., None] = known["__init__"]
    return init


def _parameters(fields: Fields, known: dict[str, Any]) -> Iterator[str]:
    for field in fields:
        if field.default is not dataclasses.MISSING:
            known[f"_default_{field.name}"] = field.default
            yield f"{field.name}=_default_{field.name}"
        elif field.default_factory is not dataclasses.MISSING:
            known[f"_make_{field.name}"] = field.default_factory
            yield f"{field.name}=_none"
        else:
            yield field.name


def _value(field: dataclasses.Field[Any]) -> str:
    made = field.default_factory is not dataclasses.MISSING
    return f"_make_{field.name}() if {field.name} is _none else {field.name}" if made else field.name


def _repr(fields: Fields) -> Callable[[Any], str]:
    names = [field.name for field in fields if field.repr]

    @reprlib.recursive_repr()
    def as_written(self: Any) -> str:
        return f"{type(self).__qualname__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return as_written


def _equality(fields: Fields) -> Methods:
    names = [field.name for field in fields if field.compare]
    values: Callable[[Any], Any] = operator.attrgetter(*names) if names else lambda self: ()

    def equals(self: Any, other: Any) -> Any:
        return values(self) == values(other) if type(other) is type(self) else NotImplemented

    return {"__eq__": equals, "__hash__": lambda self: hash(values(self))}


def _not_set(_self: Any, name: str, _value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _not_deleted(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


_REFUSALS: Methods = {"__setattr__": _not_set, "__delattr__": _not_deleted}
