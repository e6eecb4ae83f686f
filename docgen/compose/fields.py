"""What is filled in: a field with its name, its value, its limits; boxes to tick."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.compose.widths import width_of
from docgen.compose.words import Words
from docgen.diagnostics import Problem
from docgen.document.tree import Field
from docgen.language import _, listed
from docgen.sources.source_map import Loc
from docgen.templates.form_model import CellPlan, FieldPlan

EMPTY_BOX, TICKED_BOX = "□", "■"
"""☑ is in hardly any font."""

KNOWN_LATER = ("unit", "row")
"""Names that a form may use and that are known only once it is filled in."""

_BETWEEN_CHOICES = r"[、，,；;\n]+"
_SPACES = re.compile(r"\s+")


def field_of(plan: FieldPlan | CellPlan, label: str, loc: Loc, words: Words, number: int | None = None) -> Field:
    """The field planned at ``loc``; in a repeated row ``number`` is the row's, from 1."""
    kind = "choice" if plan.options else plan.kind
    name = f"{plan.field}_{number}" if number else str(plan.field)
    return Field(
        id=name,
        label=clean_label(label),
        kind=kind,
        value=value_of(name, plan.prefill, loc, words, number),
        required=plan.required,
        limit=plan.limit,
        options=words.lines(plan.options, (*loc, "options")),
        multiple=plan.multiple,
    )


def value_of(name: str, prefill: str, loc: Loc, words: Words, number: int | None = None) -> str:
    """What a unit's roster gives for the field itself, else what the form pre-fills."""
    given = words.given.get(name)
    if given is not None:
        return words.value(given, (*loc, "prefill")).strip()
    return prefilled(prefill, loc, words, number)


def prefilled(prefill: str, loc: Loc, words: Words, number: int | None = None) -> str:
    """The value for a unit; without a unit nothing, but the names are looked at all the same.

    In repeated rows the first is filled in, as a unit has one entry to make; unless the prefill speaks of ``row``.
    """
    at = (*loc, "prefill")
    if "unit" not in words.names:
        words.check(prefill, at, KNOWN_LATER)
        return ""
    if number and number > 1 and not re.search(r"\brow\b", prefill):
        return ""
    return words.text(prefill, at).strip()


def clean_label(label: str) -> str:
    """A label as the name of a field: 联 系 人： → 联系人."""
    return _SPACES.sub("", label).rstrip("：:")


# ---------------------------------------------------------------- boxes to tick


def option_lines(plan: CellPlan, field: Field, width: float, loc: Loc, words: Words) -> tuple[str, ...]:
    """``□国家级　□市级``, as many in a line as ``width`` characters hold, so that no option is broken."""
    chosen = chosen_of(field, loc, words)
    boxed = [boxed_option(option, option in chosen, plan.box == "after") for option in field.options]
    lines: list[str] = []
    for item in boxed:
        longer = f"{lines[-1]}　{item}" if lines else item
        if lines and width_of(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(item)
    return tuple(lines)


def boxed_option(option: str, ticked: bool, after: bool) -> str:
    """``■国家级``, or ``国家级■`` with the box ``after`` it."""
    box = TICKED_BOX if ticked else EMPTY_BOX
    return option + box if after else box + option


def chosen_options(value: str, options: Sequence[str], multiple: bool) -> Sequence[str]:
    """What ``value`` names: one option, or where there may be several, each between 、 or ，."""
    whole = [value] if value else []
    return whole if value in options or not multiple else _parts(value)


def chosen_of(field: Field, loc: Loc, words: Words) -> Sequence[str]:
    """The options that the value names. One that is not there is a problem, as it would not be printed."""
    chosen = chosen_options(field.value, field.options, field.multiple)
    for value in chosen:
        if value not in field.options:
            message = _('{field}: "{value}" is not one of the options').format(field=field.id, value=value)
            hint = _("known are: {known}").format(known=listed(field.options))
            place = words.sources.place((*loc, "prefill"))
            words.problems.append(Problem("T212", message, place, hint))
    return chosen


def _parts(value: str) -> list[str]:
    return [part.strip() for part in re.split(_BETWEEN_CHOICES, value) if part.strip()]
