"""A fault: a value that a model refuses, as the letters about it need to know it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any, NamedTuple

from docgen.diagnostics import nearest
from docgen.frozen import dataclass
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.fields import Fields
from docgen.sources.source_map import Loc

WRONG_TYPES = frozenset(
    {
        "string_type",
        "int_type",
        "float_type",
        "bool_type",
        "date_type",
        "list_type",
        "dict_type",
        "model_type",
    }
)


@dataclass(frozen=True)
class Fault:
    """A value that a model refuses. ``kind`` is its name in ``letters.LETTERS``, ``loc`` the way as written.

    ``fields`` are those that the mapping around an unknown key has, or that a mapping here would have.
    ``at_key``: it is the key that is wrong, not its value.
    ``wanted`` are the kinds of value that would do, where there are several.
    """

    kind: str
    loc: Loc
    value: Any
    facts: Mapping[str, Any] = field(default_factory=dict)
    fields: Fields = field(default_factory=dict)
    at_key: bool = False
    wanted: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The key itself."""
        return str(self.loc[-1]) if self.loc else ""

    @property
    def text(self) -> str:
        """The value as the letter quotes it: one line, 40 characters."""
        line = " ".join(str(self.value).split())
        return line if len(line) <= 40 else line[:39] + "…"


class Said(NamedTuple):
    """What the letter says behind the place."""

    code: Code
    message: str
    hint: str = ""


OTHER_WORDS = {
    "recipients": "addressees",
    "to": "addressees",
    "cc": "copies_to",
    "date": "issued",
    "发文日期": "issued",
    "org": "issuer",
    "organization": "issuer",
    "attachments": "annexes",
    "appendices": "annexes",
    "text": "body",
    "content": "body",
    "tel": "phones",
    "telephone": "phones",
    "mail": "email",
    "zip": "postcode",
    "联系人": "people",
    "电话": "phones",
    "联系电话": "phones",
    "传真": "fax",
    "邮箱": "email",
    "电子邮箱": "email",
    "地址": "address",
    "通信地址": "address",
    "邮编": "postcode",
    "邮政编码": "postcode",
    "name": "title",
    "width": "columns",
    "colspan": "span",
    "rowspan": "rows",
}
"""Words for some keys that authors bring along."""


def key_guess(fault: Fault) -> str | None:
    """The key that an unknown one was meant to be: the nearest, or the one so named elsewhere."""
    near = nearest(fault.name.lower(), list(fault.fields)) or OTHER_WORDS.get(fault.name.lower())
    if near in fault.fields or len(fault.name) < 2:
        return near if near in fault.fields else None
    for name, info in fault.fields.items():
        if any(fault.name in word or word in fault.name for word in _chinese(info.description)):
            return name
    return None


def _chinese(description: str) -> list[str]:
    return re.findall(r"[\u4e00-\u9fff]{2,}", description)


def meant(guess: str | None, otherwise: str) -> str:
    """The hint that names a guess, or another."""
    return _("did you mean {guess}?").format(guess=guess) if guess else otherwise
