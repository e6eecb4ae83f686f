"""Which values of a campaign a row may have for itself, by dotted key: ``deadlines.submission.date``.

A list of parts is meant by its first entry (``issuer.name``), or by number: ``issuer.2.name``.
"""

from __future__ import annotations

import datetime
import re
import types
from collections.abc import Sequence
from typing import Annotated, Any, Union, get_args, get_origin

from docgen.campaign.model import Campaign, DocumentNumber
from docgen.diagnostics import did_you_mean
from docgen.frozen import dataclass
from docgen.language import _
from docgen.roster.check_texts import parts_of
from docgen.roster.columns import Column, Kind
from docgen.sources.part import Part, keys_of
from docgen.sources.source_map import Loc

FIXED = ("id", "look", "annexes", "attached", "units", "columns", "filename", "body", "body_file", "title_lines")
"""What the forms, the files and the words hang on: one for the whole campaign."""

BETWEEN = {"addressees": r"[，,；;\n]+", "copies_to": r"[，,；;\n]+", "note": r"\n+"}
"""Lists whose parts have 、 within: 各市、州人社局，省直各部门."""

KINDS: dict[str, Kind] = {
    **{"phones": "phone", "fax": "phone", "email": "email", "postcode": "postcode"},
    **dict.fromkeys(BETWEEN, "text"),
}
"""Keys whose values are checked otherwise than their type says."""


@dataclass(frozen=True)
class Unknown:
    """A key that leads nowhere: why, and what was probably meant."""

    reason: str
    hint: str


@dataclass(frozen=True)
class Key:
    """``loc`` is the way in the campaign's data."""

    loc: Loc
    kind: Kind


def known_key(key: str, campaign: Campaign) -> Key | Unknown:
    """The place that a dotted key means."""
    here: Any = campaign
    loc: Loc = ()
    annotation: Any = Campaign
    steps = [step.strip() for step in key.split(".")]
    for depth, step in enumerate(steps):
        if isinstance(here, list):
            number = int(step) - 1 if step.isdecimal() else 0
            if not 0 <= number < len(here):
                return _unknown(key, step, ["1"])
            here, loc, annotation = here[number], (*loc, number), _inner(annotation)
            if step.isdecimal():
                continue
        known = _steps(here, depth)
        if step not in known:
            return _fixed(step) if depth == 0 and step in FIXED else _unknown(key, step, known)
        annotation = _annotation(here, annotation, step)
        here, loc = _part(here, step), (*loc, step)
    kind = _kind(annotation, here)
    if kind is None:
        return _unknown(key, "", _steps(here[0] if isinstance(here, list) else here, 1))
    return Key(loc, kind)


def override_column(key: str, campaign: Campaign, label: str = "", note: str = "") -> Column | None:
    """The column for a key of the campaign; None if the key leads nowhere."""
    known = known_key(key, campaign)
    if isinstance(known, Unknown):
        return None
    kind = KINDS.get(key.rpartition(".")[2], known.kind)
    return Column(key, label or key, kind=kind, note=note, target="override")


def parts_at(key: str, text: str) -> list[str]:
    """The values in one cell for a key that has a list."""
    between = BETWEEN.get(key.rpartition(".")[2])
    parts = re.split(between, text) if between else parts_of(text)
    return [part.strip() for part in parts if part.strip()]


def _steps(here: Any, depth: int) -> list[str]:
    if isinstance(here, Part):
        return [name for name in keys_of(type(here)) if depth or name not in FIXED]
    return list(here) if isinstance(here, dict) else []


def _part(here: Any, step: str) -> Any:
    return getattr(here, step) if isinstance(here, Part) else here[step]


def _annotation(here: Any, annotation: Any, step: str) -> Any:
    return keys_of(type(here))[step].annotation if isinstance(here, Part) else _inner(annotation)


def _inner(annotation: Any) -> Any:
    """What a list or a mapping holds."""
    for member in _members(annotation):
        if get_origin(member) in (list, dict):
            return get_args(member)[-1]
    return Any


def _members(annotation: Any) -> Sequence[Any]:
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, types.UnionType):
        return [member for branch in get_args(annotation) for member in _members(branch)]
    return [annotation]


def _kind(annotation: Any, here: Any) -> Kind | None:
    """What a cell for such a value holds; None where only a part of it can stand in a cell."""
    members = _members(annotation)
    if datetime.date in members and str not in members:
        return "date"
    if str not in members and any(_is_list_of_texts(member) for member in members):
        return "list"
    if DocumentNumber in members or not isinstance(here, Part | dict | list):
        return "number" if members == [int] else "line"
    return None


def _is_list_of_texts(annotation: Any) -> bool:
    return get_origin(annotation) is list and str in _members(get_args(annotation)[0])


def _unknown(key: str, step: str, known: Sequence[str]) -> Unknown:
    guess = did_you_mean(step, known)
    if not step:
        return Unknown(_("{key} has parts; name one of them").format(key=key), guess)
    return Unknown(_('the campaign has no "{step}" in {key}').format(step=step, key=key), guess)


def _fixed(step: str) -> Unknown:
    reason = _('"{step}" is the same for all units of a campaign').format(step=step)
    return Unknown(reason, _("delete the column"))
