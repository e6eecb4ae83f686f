"""Letters about texts that are not written as they must be: dates, numbers, names, a document number."""

from __future__ import annotations

from collections.abc import Callable

from docgen.language import _
from docgen.sources import guesses
from docgen.sources.codes import Code
from docgen.sources.faults import Fault, Said, meant
from docgen.sources.typed_text import ID, KEY, SIX_DIGITS, TIME_OF_DAY


def _no_day(fault: Fault) -> Said:
    message = _('"{text}" is not a date').format(text=fault.text)
    return Said(Code.NOT_A_DAY, message, meant(guesses.day_meant(fault.value), _("write it as 2020-03-01")))


def _no_whole(fault: Fault) -> Said:
    message = _('"{text}" is not a whole number').format(text=fault.text)
    guess = guesses.whole_meant(fault.value)
    return Said(Code.NOT_A_NUMBER, message, _unless_typed(guess, fault, _("write digits only")))


def _no_number(fault: Fault) -> Said:
    message = _('"{text}" is not a number').format(text=fault.text)
    guess = guesses.number_meant(fault.value)
    return Said(Code.NOT_A_NUMBER, message, _unless_typed(guess, fault, _("write digits, as 34 or 24.5")))


def _unless_typed(guess: str | None, fault: Fault, otherwise: str) -> str:
    """A number with too many digits is no better written once more."""
    return meant(guess if guess != fault.value else None, otherwise)


def _no_yes_no(fault: Fault) -> Said:
    message = _('"{text}" is neither true nor false').format(text=fault.text)
    return Said(Code.NOT_YES_NO, message, _("write true (是) or false (否)"))


def _wrong_form(fault: Fault) -> Said:
    return PATTERNS[fault.facts["pattern"]](fault)


def _no_id(fault: Fault) -> Said:
    message = _('"{text}" cannot be a name').format(text=fault.text)
    otherwise = _("a name is made of a-z, 0-9, - and _")
    return Said(Code.WRONG_FORM, message, meant(guesses.id_meant(fault.value), otherwise))


def _no_key(fault: Fault) -> Said:
    message = _('"{text}" cannot be a name').format(text=fault.text)
    otherwise = _("a name is made of a-z, 0-9 and _, a letter first")
    return Said(Code.WRONG_FORM, message, meant(guesses.key_meant(fault.value), otherwise))


def _no_time(fault: Fault) -> Said:
    message = _('"{text}" is not a time of day').format(text=fault.text)
    return Said(Code.WRONG_FORM, message, meant(guesses.time_meant(fault.value), _("write it as 17:00")))


def _no_six_digits(fault: Fault) -> Said:
    message = _('"{text}" is not a copy number').format(text=fault.text)
    return Said(Code.WRONG_FORM, message, _("write six digits, as 000001"))


def _no_document_number(fault: Fault) -> Said:
    message = _('"{text}" is not a document number').format(text=fault.text)
    guess = guesses.document_number_meant(fault.value)
    hint = meant(guess, _("write it as {example}").format(example="津人社办函〔2020〕124号"))
    return Said(Code.NOT_A_DOCUMENT_NUMBER, message, hint)


PATTERNS: dict[str, Callable[[Fault], Said]] = {
    ID: _no_id,
    KEY: _no_key,
    TIME_OF_DAY: _no_time,
    SIX_DIGITS: _no_six_digits,
}
"""Who speaks about a text that is not written as it must be."""

TEXT_LETTERS: dict[str, Callable[[Fault], Said]] = {
    "string_pattern_mismatch": _wrong_form,
    "text_no_day": _no_day,
    "text_no_whole": _no_whole,
    "text_no_number": _no_number,
    "text_no_yes_no": _no_yes_no,
    "document_number": _no_document_number,
}
"""A text's fault, and who speaks about it."""
