"""What a text typed in YAML may stand for: a day, a number, yes or no, a name; one where many are meant.

The loader keeps every value as typed; these types turn a text into a value only where nothing is to be
guessed. ``0471`` is no number, ``2020-2-3`` and ``2020-03-01T00:00`` are no days, ``yes`` is neither true
nor false: each is refused, and the letter to the author (see ``letters``) says what would do.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from docgen.sources.marks import Before, Refused

YES_NO = {"true": True, "false": False, "是": True, "否": False}
"""The words for yes and no."""

ID = r"^[a-z0-9][a-z0-9_-]*$"
"""A campaign, a look, a form: the name of a folder."""
KEY = r"^[a-z][a-z0-9_]*$"
"""A name that Jinja knows: ``{{ deadlines.submission }}``."""
TIME_OF_DAY = r"^(([01]?[0-9]|2[0-3]):[0-5][0-9]|24:00)$"
SIX_DIGITS = r"^[0-9]{6}$"

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,14})")
_LENGTH = re.compile(r"-?(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?")


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        if _DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
    except ValueError:  # 2020-02-30
        pass
    raise Refused("text_no_day")


def _whole(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _WHOLE.fullmatch(value):
        return int(value)
    raise Refused("text_no_whole")


def _length(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if _LENGTH.fullmatch(value):
        return float(value)
    raise Refused("text_no_number")


def _yes_no(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if value.lower() in YES_NO:
        return YES_NO[value.lower()]
    raise Refused("text_no_yes_no")


def _fact(value: Any) -> Any:
    """A fact prints as it was typed; a day is made a day, so that ``{{ facts.opening | day }}`` works."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        return _day(value)
    if isinstance(value, str) and _WHOLE.fullmatch(value) and value != "-0":
        return int(value)
    return value


Day = Annotated[datetime.date, Before(_day)]
"""A date, written 2020-03-01 and in no other way."""
Whole = Annotated[int, Before(_whole)]
"""A whole number, without leading zeros."""
Decimal = Annotated[float, Before(_length)]
"""A number such as 34 or 24.5."""
YesNo = Annotated[bool, Before(_yes_no)]
"""true, false, 是 or 否."""
Fact = Annotated[str | int | datetime.date | list[str], Before(_fact)]
"""A text; a whole number or a day where the text is written exactly like one."""


def as_list(value: Any) -> Any:
    """``[value]`` unless it is a list, or nothing, already."""
    return value if isinstance(value, list) or value is None else [value]


class OneOrMany(Before):
    """Marks a list that may be written as a single value: ``Annotated[list[str], OneOrMany()]``."""

    def __init__(self) -> None:
        super().__init__(as_list)
