"""The filters that the words may use: ``{{ deadlines.submission | day_weekday }}`` → 3月13日（星期五）.

``FILTERS`` is the whole list. A filter takes a plain value and gives text; what it cannot use it refuses with
``FilterError``, whose message names what it wants.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docgen.compose import contacts, dates, numerals
from docgen.language import _

WIDEST = 42


class FilterError(Exception):
    """A filter was given something it cannot use; the message is for the author."""


# ---------------------------------------------------------------- dates and times


def day(value: Any) -> str:
    """3月13日."""
    return dates.day(_date(value))


def day_weekday(value: Any) -> str:
    """3月13日（星期五）."""
    return f"{day(value)}（{weekday(value)}）"


def date(value: Any) -> str:
    """2020年3月13日."""
    return dates.full_date(_date(value))


def date_weekday(value: Any) -> str:
    """2020年3月13日（星期五）."""
    return f"{date(value)}（{weekday(value)}）"


def date_chinese(value: Any) -> str:
    """二○一二年二月二十一日."""
    return dates.chinese_date(_date(value))


def weekday(value: Any) -> str:
    """星期五."""
    return dates.weekday(_date(value))


def time(value: Any) -> str:
    """The time of a deadline, or a text such as 17:30: 17时30分."""
    text = value.get("time") if isinstance(value, Mapping) else value
    if not isinstance(text, str) or not re.fullmatch(r"\d{1,2}:\d\d", text):
        raise FilterError(_("a time such as 17:30, or a deadline that has one, is needed here"))
    return dates.time_of_day(text)


# ---------------------------------------------------------------- documents


def cite(basis: Any) -> str:
    """``issuer《title》（number）``, without what the basis does not have."""
    return f"{_part(basis, 'issuer')}{cite_title(basis)}"


def cite_title(basis: Any) -> str:
    """《title》（number）, without the issuer."""
    number = _part(basis, "number")
    return title_mark(_part(basis, "title")) + (f"（{number}）" if number else "")


def title_mark(value: Any) -> str:
    """《…》 around a title; marks within it become 〈…〉 (GB/T 15834-2011 4.15)."""
    return f"《{_text(value).replace('《', '〈').replace('》', '〉')}》"


# ---------------------------------------------------------------- numbers


def chinese(value: Any) -> str:
    """12 → 十二."""
    number = _whole(value)
    if not 0 <= number <= numerals.LARGEST:
        message = _("only numbers from 0 to {largest} can be written out")
        raise FilterError(message.format(largest=numerals.LARGEST))
    return numerals.chinese_number(number)


def digits_chinese(value: Any) -> str:
    """2012 → 二○一二."""
    return numerals.chinese_digits(abs(_whole(value)))


def copies(value: Any, chinese_numeral: bool = True) -> str:
    """3, or a material with its copies: 一式三份; with ``false`` 一式3份."""
    number = value.get("copies") if isinstance(value, Mapping) else value
    return f"一式{chinese(number) if chinese_numeral else _whole(number)}份"


def limit(quota: Any, unit: str = "") -> str:
    """A quota: 不超过1个, 不少于10名, 2—3个, with 原则上 where it is soft; ``unit`` picks that unit's own."""
    low, high = _part(quota, "min"), _part(quota, "max")
    own = _part(quota, "by_unit").get(unit)
    if own is not None:
        low, high = None, own
    soft = "原则上" if _part(quota, "soft") else ""
    return f"{soft}{_span(low, high)}{_part(quota, 'unit')}"


def amount(funding: Any) -> str:
    """20万元."""
    return f"{_part(funding, 'amount')}{_part(funding, 'unit')}"


def _span(low: int | None, high: int | None) -> str:
    match low, high:
        case None, None:
            raise FilterError(_("this quota has neither min nor max; name a unit of its by_unit"))
        case None, _:
            return f"不超过{high}"
        case _, None:
            return f"不少于{low}"
        case _:
            return f"{low}" if low == high else f"{low}—{high}"


# ---------------------------------------------------------------- lists and contacts


def join_cn(values: Any) -> str:
    """A list joined by 、."""
    return "、".join(_text(value) for value in _list(values))


def people(names: Any, separator: str = "、", spread: bool | None = None) -> str:
    """Names joined; with white space as separator, names of two characters are spread: 塞　夫　　曹　磊."""
    return contacts.join_people([_text(name) for name in _list(names)], separator, spread)


def contact_lines(
    contact: Any,
    people: str = "联系人",
    phones: str = "联系电话",
    fax: str = "传真",
    email: str = "电子邮箱",
    address: str = "通信地址",
    postcode: str = "邮政编码",
    separator: str = "、",
    unit: bool = False,
) -> str:
    """A contact as lines of the body, those that it has; the arguments are the labels.

    ``separator`` stands between names and between phones; with ``unit=true`` the office stands before the
    names.
    """
    names = contacts.join_people(_part(contact, "people"), separator)
    labelled = (
        (people, "　".join(part for part in (_part(contact, "unit") if unit else "", names) if part)),
        (phones, separator.join(_part(contact, "phones"))),
        (fax, _part(contact, "fax")),
        (email, _part(contact, "email")),
        (address, _part(contact, "address")),
        (postcode, _part(contact, "postcode")),
    )
    return "\n".join(f"{label}：{value}" for label, value in labelled if value)


def pad(value: Any, width: int) -> str:
    """Filled with full-width spaces to ``width`` characters, at most a line and a half of them."""
    if not isinstance(width, int) or not 0 <= width <= WIDEST:
        raise FilterError(_("pad needs a number of characters up to {widest}").format(widest=WIDEST))
    return _text(value).ljust(width, "　")


FILTERS: dict[str, Callable[..., str]] = {
    "day": day,
    "day_weekday": day_weekday,
    "date": date,
    "date_weekday": date_weekday,
    "date_chinese": date_chinese,
    "weekday": weekday,
    "time": time,
    "cite": cite,
    "cite_title": cite_title,
    "title_mark": title_mark,
    "chinese": chinese,
    "digits_chinese": digits_chinese,
    "copies": copies,
    "limit": limit,
    "amount": amount,
    "join_cn": join_cn,
    "enumerate_cn": join_cn,
    "people": people,
    "contact_lines": contact_lines,
    "pad": pad,
}


# ---------------------------------------------------------------- what a filter is given


def _date(value: Any) -> datetime.date:
    found = value.get("date") or value.get("issued") if isinstance(value, Mapping) else value
    if not isinstance(found, datetime.date):
        raise FilterError(_("a date, or a deadline with its date, is needed here"))
    return found


def _whole(value: Any) -> int:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise FilterError(_("a whole number is needed here"))
    return value


def _text(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise FilterError(_("a text is needed here"))
    return str(value)


def _list(value: Any) -> Sequence[Any]:
    if not isinstance(value, list | tuple):
        raise FilterError(_("a list is needed here"))
    return value


def _part(value: Any, name: str) -> Any:
    """A part that the thing must have to be what the filter is for."""
    if not isinstance(value, Mapping) or name not in value:
        raise FilterError(_('something with "{name}" is needed here').format(name=name))
    return value[name]
