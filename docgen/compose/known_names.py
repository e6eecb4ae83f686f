"""The names that the words may use: where ``deadlines.submision`` leaves them, and what was meant.

``year last_year next_year issuer issuers number issued facts basis deadlines quotas contacts funding
materials title annexes`` and, for a unit of the roster, ``unit``.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from docgen.compose.syntax import Path
from docgen.diagnostics import did_you_mean
from docgen.language import _, listed

FILLED_IN_ORDER = (
    "facts",
    "basis",
    "deadlines",
    "quotas",
    "contacts",
    "funding",
    "materials",
    "title",
    "annexes",
)
"""These may use Jinja themselves; each may use those before it."""


def parts_of(value: Any) -> Mapping[str | int, Any]:
    """The parts of a value that can be named behind a dot (or, of a list, by number)."""
    match value:
        case Mapping():
            return value
        case list():
            return dict(enumerate(value))
        case datetime.date():
            return {"year": value.year, "month": value.month, "day": value.day}
        case _:
            return {}


def why_not_known(path: Path, depth: int, value: Any) -> tuple[str, str]:
    """Message and hint for a way that is known up to ``path[:depth]``, which leads to ``value``."""
    written, wrong = _written(path), str(path[depth])
    if depth == 0:
        return _unknown_root(wrong, value)
    parent = _written(path[:depth])
    known = [str(part) for part in parts_of(value)]
    if not known:
        message = _('"{written}" is not known: {parent} has no parts').format(written=written, parent=parent)
        empty = isinstance(value, Mapping)
        return message, "" if empty else _("write {parent} alone").format(parent=parent)
    message = _('"{written}" is not known: {parent} has no "{wrong}"')
    return message.format(written=written, parent=parent, wrong=wrong), did_you_mean(wrong, known)


def _unknown_root(wrong: str, names: Mapping[str, Any]) -> tuple[str, str]:
    if wrong == "unit":
        message = _('"unit" is known only where a unit of the roster is given')
        return message, _("write {% if unit is defined %} … {% endif %} around it")
    if wrong in FILLED_IN_ORDER:
        message = _('"{name}" is not filled in yet where this is written').format(name=wrong)
        return message, _("known here are: {known}").format(known=listed(_visible(names)))
    message = _('"{name}" is not a name that the words know').format(name=wrong)
    return message, did_you_mean(wrong, _visible(names))


def _visible(names: Mapping[str, Any]) -> list[str]:
    return [name for name in names if not name.startswith("_")]


def _written(path: Path) -> str:
    first, *others = path
    return str(first) + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in others)
