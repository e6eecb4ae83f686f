"""Checks of codes with a fixed number of digits: 统一社会信用代码, 公民身份号码, 邮政编码."""

from __future__ import annotations

import datetime
import re
import unicodedata

from docgen.language import _
from docgen.roster.cells import Complaint, Reading
from docgen.roster.check_digits import CREDIT_CODE_CHARACTERS, credit_code_check, id_number_check
from docgen.roster.codes import Code
from docgen.roster.columns import Column
from docgen.roster.masking import masked_number, quoted

LIKENESSES = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
"""Letters that no 统一社会信用代码 has, and what they are mistaken for."""

FIRST_DIGITS = frozenset("1234568")
"""Regions of 公民身份号码: 11 北京 … 65 新疆, 71 台湾, 81 香港, 82 澳门, 83 台湾."""


def compact(text: str) -> str:
    """Half-width, capital, without spaces and the apostrophe that makes a text of digits."""
    return "".join(unicodedata.normalize("NFKC", text).upper().split()).removeprefix("'")


def check_credit_code(text: str, _column: Column) -> Reading:
    """18 digits and capitals with their check digit (GB 32100-2015)."""
    code = compact(text)
    if wrong := [char for char in code if char not in CREDIT_CODE_CHARACTERS]:
        return _wrong_code(text, _('"{char}" is in none of them').format(char=wrong[0]), _likeness(wrong[0]))
    if len(code) != 18:
        return _wrong_code(text, _("{n} characters, not 18").format(n=len(code)), _("look at the certificate again"))
    if code[17] != credit_code_check(code):
        reason = _("a character is mistyped, as the check digit is wrong")
        return _wrong_code(text, reason, _("look at the certificate again"))
    return Reading(code)


def _likeness(char: str) -> str:
    guess = LIKENESSES.get(char)
    if guess:
        return _("did you mean {guess}?").format(guess=guess)
    return _("a code is 18 digits and capital letters")


def _wrong_code(text: str, why: str, hint: str) -> Reading:
    reason = _('"{value}" is not a 统一社会信用代码: {why}').format(value=quoted(text), why=why)
    return Reading("", Complaint(Code.CREDIT_CODE, reason, hint))


def check_id_number(text: str, _column: Column) -> Reading:
    """17 digits with a date of birth, and a check digit or X (GB 11643-1999). Never shown whole."""
    number = compact(text)
    if re.fullmatch(r"\d{15}", number):
        return _wrong_id(text, _("15 digits, as before 1999"), _("write the one with 18 digits"))
    if len(number) != 18:
        return _wrong_id(text, _("{n} characters, not 18").format(n=len(number)), _("look at the card again"))
    if not re.fullmatch(r"\d{17}[\dX]", number) or not number.isascii():
        return _wrong_id(text, _("something that is neither a digit nor a final X"), _("look at the card again"))
    if number[0] not in FIRST_DIGITS or not _born(number[6:14]):
        return _wrong_id(text, _("no such region or day of birth"), _("look at the card again"))
    if number[17] != id_number_check(number):
        return _wrong_id(text, _("a digit is mistyped, as the check digit is wrong"), _("look at the card again"))
    return Reading(number)


def _born(digits: str) -> bool:
    try:
        return datetime.date(1850, 1, 1) < datetime.datetime.strptime(digits, "%Y%m%d").date()
    except ValueError:
        return False


def _wrong_id(text: str, why: str, hint: str) -> Reading:
    reason = _('"{value}" is not an ID number: {why}').format(value=masked_number(text), why=why)
    return Reading("", Complaint(Code.ID_NUMBER, reason, hint))


def check_postcode(text: str, _column: Column) -> Reading:
    """Six digits; of five, Excel has probably dropped the zero in front."""
    code = compact(text)
    if re.fullmatch(r"[0-9]{6}", code):
        return Reading(code)
    if re.fullmatch(r"[0-9]{5}", code):
        reason = _('"{value}" has five digits, a postal code has six').format(value=code)
        hint = _("did Excel drop a zero in front? Format the column as text and write 0{value}").format(value=code)
        return Reading(code, Complaint(Code.POSTCODE, reason, hint, "warning"))
    reason = _('"{value}" is not a postal code').format(value=quoted(text))
    return Reading("", Complaint(Code.POSTCODE, reason, _("write six digits")))
