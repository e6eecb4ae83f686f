"""What is said about a value that a model refuses, in the author's words: one table, ``LETTERS``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from docgen.diagnostics import did_you_mean
from docgen.language import _
from docgen.sources import guesses
from docgen.sources.codes import Code
from docgen.sources.faults import WRONG_TYPES, Fault, Said, key_guess, meant
from docgen.sources.letters_parts import PART_LETTERS
from docgen.sources.letters_texts import TEXT_LETTERS

MOST_KNOWN = 12
"""So many known keys are listed where none is near."""


def said_about(fault: Fault) -> Said:
    """The letter about a fault."""
    if _is_blank(fault.value) and fault.kind != "missing" and not fault.at_key:
        return _empty(fault)
    return LETTERS[fault.kind](fault)


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _unknown_key(fault: Fault) -> Said:
    known = list(fault.fields)
    shown = known if len(known) <= MOST_KNOWN else [*known[:MOST_KNOWN], "…"]
    return Said(Code.UNKNOWN_KEY, _("unknown key"), meant(key_guess(fault), did_you_mean("", shown)))


def _missing(fault: Fault) -> Said:
    return Said(Code.MISSING, _("missing"), _('add "{key}: …"').format(key=fault.name))


def _wrong_type(fault: Fault) -> Said:
    kinds = fault.wanted or (fault.kind,)
    wanted = _(" or ").join(dict.fromkeys(_kind_wanted(kind) for kind in kinds))
    message = _("must be {wanted}, here is {found}").format(wanted=wanted, found=_found(fault))
    return Said(Code.WRONG_TYPE, message, _type_hint(fault, kinds))


def _kind_wanted(kind: str) -> str:
    match kind:
        case "string_type":
            return _("a text")
        case "int_type":
            return _("a whole number")
        case "float_type":
            return _("a number")
        case "bool_type":
            return _("true or false")
        case "date_type":
            return _("a date")
        case "list_type":
            return _("a list")
        case _:
            return _("a mapping")


def _found(fault: Fault) -> str:
    match fault.value:
        case dict():
            return _("a mapping")
        case list():
            return _("a list")
        case _:
            return _('the text "{text}"').format(text=fault.text)


def _type_hint(fault: Fault, kinds: tuple[str, ...]) -> str:
    match fault.value:
        case str() if "：" in fault.value and not fault.loc:
            return _('write ":" and a space behind each key, not "："')
        case _ if "model_type" in kinds:
            needed = [name for name, info in fault.fields.items() if info.is_needed]
            parts = ", ".join(f"{name}: …" for name in needed or list(fault.fields)[:2])
            return _("write {parts}").format(parts=f"{{{parts}}}")
        case _ if "dict_type" in kinds:
            return _('write a name, ":" and a space before each entry')
        case str() if "list_type" in kinds and guesses.is_list_on_one_line(fault.value):
            return _('begin each entry on a line of its own with "- ", the first one too')
        case str() if "list_type" in kinds:
            text = guesses.list_meant(fault.text)
            return _('write [{text}], or lines that begin with "- "').format(text=text)
        case dict() if "string_type" in kinds:
            return _('put a text that holds ": " or begins with a brace in quotes')
        case _:
            return ""


def _no_choice(fault: Fault) -> Said:
    choices = [choice for choice in fault.facts["choices"] if choice]
    found = _('"{text}"').format(text=fault.text) if isinstance(fault.value, str) else _found(fault)
    message = _("{found} cannot stand here").format(found=found)
    return Said(Code.NOT_A_CHOICE, message, did_you_mean(str(fault.value), choices))


def _empty(fault: Fault) -> Said:
    return Said(Code.EMPTY, _("nothing is written here"), _("write a value"))


def _too_long(fault: Fault) -> Said:
    message = _("{n} characters are too many").format(n=len(fault.value))
    return Said(Code.TOO_LONG, message, _("at most {n} may stand here").format(n=fault.facts["max_length"]))


def _too_small(fault: Fault) -> Said:
    message = _("{value} is too small").format(value=fault.text)
    if "gt" in fault.facts:
        return Said(Code.OUT_OF_RANGE, message, _("write more than {n}").format(n=_plain(fault.facts["gt"])))
    return Said(Code.OUT_OF_RANGE, message, _("write at least {n}").format(n=_plain(fault.facts["ge"])))


def _too_large(fault: Fault) -> Said:
    message = _("{value} is too large").format(value=fault.text)
    return Said(Code.OUT_OF_RANGE, message, _("write at most {n}").format(n=_plain(fault.facts["le"])))


def _plain(number: float) -> str:
    return f"{number:g}"


LETTERS: dict[str, Callable[[Fault], Said]] = {
    **dict.fromkeys(WRONG_TYPES, _wrong_type),
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _no_choice,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "too_short": _empty,
    "greater_than": _too_small,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    **TEXT_LETTERS,
    **PART_LETTERS,
}
"""Every fault that the models can find, and who speaks about it."""
