"""Parts: what the mappings of a file become.

A class names its keys, what may stand at each, and what is there where nothing is written:

    class Quota(Part):
        what: Words
        per: Literal["unit", "area"] = "unit"
        by_unit: dict[str, Count] = dataclasses.field(default_factory=dict)

``value_reader`` makes parts of what was typed, ``editor_schema`` tells editors about them. The usual library for this
takes longer to be imported, and to make its own of thirty classes, than all else that loading a campaign needs.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple, NoReturn, Self, dataclass_transform

NEEDED: Any = dataclasses.MISSING
"""The default of a key that has none."""


class Known(NamedTuple):
    """A key of a part: what may stand there, and what is there where nothing is written."""

    annotation: Any
    default: Any = NEEDED
    description: str = ""

    @property
    def is_needed(self) -> bool:
        """Whether it must be written."""
        return self.default is NEEDED

    def otherwise(self) -> Any:
        """What is there where nothing is written; a list or a mapping is a new one each time."""
        if not isinstance(self.default, dataclasses.Field):
            return self.default
        make: Any = self.default.default_factory
        return make()


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(dataclasses.field,))
class Part:
    """Base of all parts: frozen, with the keys that are annotated in the class and no others.

    Annotations are taken as they are: a file of parts does not postpone them.
    """

    _keys: Mapping[str, Known] = {}

    def __init_subclass__(cls) -> None:
        annotated = inspect.get_annotations(cls).items()
        cls._keys = {**cls._keys, **{name: Known(kind, vars(cls).get(name, NEEDED)) for name, kind in annotated}}

    def __init__(self, **values: Any) -> None:
        """A part of values that are known to be right; only the keys are looked at."""
        keys = keys_of(type(self))
        wrong = values.keys() - keys.keys() or {name for name, key in keys.items() if key.is_needed} - values.keys()
        if wrong:
            raise TypeError(f"{type(self).__name__}: unknown or missing: {', '.join(sorted(wrong))}")
        self.__dict__.update({name: values[name] if name in values else key.otherwise() for name, key in keys.items()})

    @classmethod
    def written_out(cls, value: Any) -> Any:
        """The mapping that a shorthand stands for; any other value as it is. May raise ``Refused``."""
        return value

    def agree(self) -> Self:
        """The part, if its values go together. May raise ``Refused``."""
        return self

    def __setattr__(self, name: str, _value: Any) -> NoReturn:
        raise dataclasses.FrozenInstanceError(f"cannot assign to {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise dataclasses.FrozenInstanceError(f"cannot delete {name!r}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and vars(other) == vars(self)

    def __hash__(self) -> int:
        return hash(tuple(vars(self).values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


def keys_of(part: type[Part]) -> Mapping[str, Known]:
    """The keys of a part, in the order in which they are annotated."""
    return part._keys


def values_of(value: Any, without: Collection[str] = ()) -> Any:
    """Parts as mappings, also those within lists and mappings; ``without`` these keys of the outermost."""
    match value:
        case Part():
            return {name: values_of(part) for name, part in vars(value).items() if name not in without}
        case dict():
            return {name: values_of(part) for name, part in value.items()}
        case list():
            return [values_of(part) for part in value]
        case _:
            return value
