"""Checks of telephone numbers and mail addresses; a cell may hold several."""

from __future__ import annotations

import re
import unicodedata

from docgen.language import _
from docgen.roster.cells import Complaint, Reading
from docgen.roster.check_texts import parts_of
from docgen.roster.codes import Code
from docgen.roster.columns import Column
from docgen.roster.masking import quoted

_EXTENSION = r"(?:-|转|分机|X|EXT\.?|#)"
_WITH_AREA = re.compile(
    rf"(?:\+?86-?)?\(?(?:0(?:10|2\d)\)?-?\d{{4}}-?\d{{4}}|0[3-9]\d{{2}}\)?-?\d{{3,4}}-?\d{{4}})(?:{_EXTENSION}\d{{1,6}})?"
)
"""0471-6268105, （0471）6268105, 022-83218136-8001, 010-84207351转12; behind a code of three digits stand eight."""
_LOCAL = re.compile(rf"[2-9]\d{{2,3}}-?\d{{4}}(?:{_EXTENSION}\d{{1,6}})?")
_SERVICE = re.compile(r"[48]00-?\d{3}-?\d{4}|[48]00-?\d{4}-?\d{3}|(?:0\d{2,3}-?)?(?:12|96)\d{3}|1(?:0\d{3}|1\d|6\d{3})")
"""400-810-8888, 12333, 0471-96019."""
_MOBILE = re.compile(r"(?:\+?86-?)?1[3-9]\d-?\d{4}-?\d{4}")
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")

_DASHES = str.maketrans(dict.fromkeys("－–—―‐‑−﹣", "-"))
_HALF_WIDTH = str.maketrans({code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))})
"""Digits and letters; brackets （） stay as they are printed."""
_REMARK = re.compile(r"\([^()\d]*\)$")


def check_phone(text: str, _column: Column) -> Reading:
    """Landline with area code, mobile, 400 or service number, each with an extension or a remark (传真) if need be."""
    value = _tidy(text)
    area_known, complaint = False, None
    for number in _numbers(value):
        plain = _plain(number)
        if any(form.fullmatch(plain) for form in (_WITH_AREA, _MOBILE, _SERVICE)):
            area_known = True
        elif not _LOCAL.fullmatch(plain):
            return Reading("", _no_phone(number, plain))
        elif not area_known:
            complaint = complaint or _no_area(number)
    return Reading(value, complaint)


def _no_phone(number: str, plain: str) -> Complaint:
    reason = _('"{value}" is not a telephone number').format(value=quoted(number))
    if _WITH_AREA.fullmatch("0" + plain) and plain.isdecimal():
        hint = _("did Excel drop a zero in front? Format the column as text and write 0{value}").format(value=plain)
    elif re.fullmatch(r"1[3-9]\d{6,}", plain):
        hint = _("a mobile number has 11 digits, here are {n}").format(n=len(plain))
    else:
        hint = _("write it as 0471-6268105 or 13812345678")
    return Complaint(Code.PHONE, reason, hint)


def _no_area(number: str) -> Complaint:
    reason = _('"{value}" has no area code').format(value=quoted(number))
    return Complaint(Code.PHONE, reason, _("write it as 0471-6268105"), "warning")


def check_mobile(text: str, _column: Column) -> Reading:
    """Eleven digits that begin with 13 to 19."""
    value = _tidy(text)
    for number in _numbers(value):
        plain = _plain(number)
        if not _MOBILE.fullmatch(plain):
            reason = _('"{value}" is not a mobile number').format(value=quoted(number))
            digits = sum(char.isdecimal() for char in plain)
            hint = (
                _("it has 11 digits, here are {n}").format(n=digits) if digits != 11 else _("it begins with 13 to 19")
            )
            return Reading("", Complaint(Code.MOBILE, reason, hint))
    return Reading(value)


def check_email(text: str, _column: Column) -> Reading:
    """name@example.com; full-width letters and signs become half-width."""
    value = unicodedata.normalize("NFKC", text)
    for address in re.split(r"[、，,；;\s]+", value.strip()):
        if address and not _EMAIL.fullmatch(address):
            reason = _('"{value}" is not a mail address').format(value=quoted(address))
            return Reading("", Complaint(Code.EMAIL, reason, _email_hint(address)))
    return Reading(value)


def _email_hint(address: str) -> str:
    if "@" not in address:
        return _("the @ is missing")
    guess = re.sub(r"[。·]", ".", address).strip(".:")
    guess = guess if "." in guess.split("@")[1] else re.sub(r"(com|cn|net|org|gov)$", r".\1", guess)
    return (
        _("did you mean {guess}?").format(guess=guess) if _EMAIL.fullmatch(guess) else _("write it as name@example.com")
    )


def _numbers(value: str) -> list[str]:
    return [
        number for part in parts_of(value) for number in re.split(r"[/／]|(?<=\d{7})\s+(?=[\d(（+])", part) if number
    ]


def _tidy(text: str) -> str:
    """As typed, but for full-width digits and the apostrophe that makes a text of digits."""
    return text.translate(_HALF_WIDTH).removeprefix("'").strip()


def _plain(number: str) -> str:
    """Without spaces, brackets half-width, remarks taken off."""
    plain = unicodedata.normalize("NFKC", "".join(number.split())).translate(_DASHES).upper()
    return _REMARK.sub("", plain)
