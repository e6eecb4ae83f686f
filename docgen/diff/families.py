"""Which values a campaign has, and how each reads: ``FAMILIES`` is the list.

Of each family: what a value is about, its text, what tells it again where its id is another, and what there is to say
when it changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any, cast

from docgen.compose import filters
from docgen.diff import days
from docgen.diff.changes import Change, Kind
from docgen.diff.ground import Known
from docgen.frozen import dataclass

Value = Any
"""A value with its texts filled in: a mapping, or a fact."""


@dataclass(frozen=True)
class Both:
    """A value on either side, with the id that it has on the new one."""

    old: Value
    new: Value
    id: str


@dataclass(frozen=True)
class Family:
    """Values of one kind; ``word`` is how their kinds of change begin.

    A fact says nothing without the sentence around it, so it is not ``told_alone`` when it comes or goes.
    """

    name: str
    word: str
    subject: Callable[[Value], str]
    text: Callable[[Value], str]
    told_by: tuple[str, ...]
    changes: Callable[[Family, Both, Known, Known], Iterator[Change]]
    told_alone: bool = True


# ---------------------------------------------------------------- deadlines


def _deadline_text(value: Value) -> str:
    return days.written(value["date"], value["time"])


def _deadline(family: Family, both: Both, old: Known, new: Known) -> Iterator[Change]:
    before, after = both.old, both.new
    subject = family.subject(after) or family.subject(before)
    by = days.later_by(before["date"], after["date"], (old.year, new.year))
    across = old.year != new.year
    if (before["date"] != after["date"] and (by or not across)) or before["time"] != after["time"]:
        detail = [
            days.how_much_later(by, across),
            _clock(before["time"], after["time"]),
            _left(before, after, old, new),
        ]
        words = "；".join(part for part in detail if part)
        yield Change(
            "deadline-moved", "", _deadline_text(before), _deadline_text(after), detail=words, subject=subject, shift=by
        )
    if before["what"] != after["what"] or before["hard"] != after["hard"]:
        yield Change("deadline-changed", "", _strictness(before), _strictness(after), subject=subject)


def _clock(old: str | None, new: str | None) -> str:
    return f"{old or '当日'}→{new or '当日'}" if old != new else ""


def _left(before: Value, after: Value, old: Known, new: Known) -> str:
    """How many days the units have, counted from the issue."""
    had, have = _days_left(before["date"], old), _days_left(after["date"], new)
    if not have or had == have:
        return ""
    return f"发文后留{have}天" + (f"（上次{had}天）" if had else "")


def _days_left(date: datetime.date, known: Known) -> int:
    issued = known.side.campaign.issued if known.side.campaign else None
    return max(0, (date - issued).days) if issued else 0


def _strictness(value: Value) -> str:
    return f"{value['what']}（{'逾期不受理' if value['hard'] else '非硬性'}）"


# ---------------------------------------------------------------- quotas and money

PER = {"unit": "每单位", "area": "每地区", "base": "每基地", "total": "共计"}


def _quota_subject(value: Value) -> str:
    return f"{PER[value['per']]}{value['what']}"


def _limit_text(value: Value) -> str:
    limit = filters.limit(value) if value["min"] is not None or value["max"] is not None else ""
    single = "、".join(f"{unit}{number}{value['unit']}" for unit, number in value["by_unit"].items())
    return "，".join(part for part in (limit, single) if part)


def quota_text(value: Value) -> str:
    """每单位推荐人选不超过2名."""
    return _quota_subject(value) + _limit_text(value)


def _quota(family: Family, both: Both, _old: Known, _new: Known) -> Iterator[Change]:
    """The limits alone where they are of the same thing."""
    before, after = both.old, both.new
    moves = [_bound(before, after, "max", "上限"), _bound(before, after, "min", "下限"), *_single(before, after)]
    shift = next((_difference(before, after, end) for end in ("max", "min") if _difference(before, after, end)), None)
    text = _limit_text if _quota_subject(before) == _quota_subject(after) else quota_text
    detail = "；".join(move for move in moves if move)
    subject = family.subject(after)
    yield Change("quota-changed", "", text(before), text(after), detail=detail, subject=subject, shift=shift)


def _difference(before: Value, after: Value, end: str) -> int:
    low, high = before[end], after[end]
    return high - low if low is not None and high is not None else 0


def _bound(before: Value, after: Value, end: str, name: str) -> str:
    by = _difference(before, after, end)
    return f"{name}{'增加' if by > 0 else '减少'}{abs(by)}{after['unit']}" if by else ""


def _single(before: Value, after: Value) -> Iterator[str]:
    """Units with a quota of their own."""
    for unit in {**before["by_unit"], **after["by_unit"]}:
        low, high = before["by_unit"].get(unit), after["by_unit"].get(unit)
        if low != high:
            yield f"{unit}：{'无' if low is None else low}→{'无' if high is None else high}"


def _funding_text(value: Value) -> str:
    return f"{value['what']}{filters.amount(value)}"


# ---------------------------------------------------------------- contacts, materials

CONTACT_PARTS = (
    ("unit", "联系单位"),
    ("people", "联系人"),
    ("phones", "联系电话"),
    ("fax", "传真"),
    ("email", "电子邮箱"),
    ("address", "通信地址"),
    ("postcode", "邮政编码"),
)


def part_text(value: Any) -> str:
    """A list joined by 、, nothing as an empty text."""
    return "、".join(value) if isinstance(value, list) else str(value or "")


def _contact_text(value: Value, parts: Sequence[str] = ()) -> str:
    lines = ((label, part_text(value[part])) for part, label in CONTACT_PARTS if not parts or part in parts)
    return "；".join(f"{label}：{text or '无'}" for label, text in lines if text or parts)


def _contact(family: Family, both: Both, _old: Known, _new: Known) -> Iterator[Change]:
    """Those parts alone that changed; of a single one without its label, which is the detail."""
    parts = [part for part, _label in CONTACT_PARTS if both.old[part] != both.new[part]]
    labels = "、".join(label for part, label in CONTACT_PARTS if part in parts)
    if len(parts) == 1:
        old, new = (part_text(value[parts[0]]) for value in (both.old, both.new))
    else:
        old, new = (_contact_text(value, parts) for value in (both.old, both.new))
    yield Change("contact-changed", "", old, new, detail=labels, subject=family.subject(both.new))


def _material_text(value: Value) -> str:
    copies = filters.copies(value["copies"]) if value["copies"] else ""
    kinds = "和".join(name for name, wanted in (("纸质", value["paper"]), ("电子版", value["electronic"])) if wanted)
    return "，".join(part for part in (value["what"], copies, kinds) if part)


def _text_of_fact(value: Value) -> str:
    if isinstance(value, datetime.date):
        return days.written(value)
    return part_text(value) if not isinstance(value, bool) else ("是" if value else "否")


# ---------------------------------------------------------------- the families


def _simply(family: Family, both: Both, _old: Known, _new: Known) -> Iterator[Change]:
    """The value as it reads, before and after."""
    kind = cast("Kind", f"{family.word}-changed")
    yield Change(kind, "", family.text(both.old), family.text(both.new), subject=family.subject(both.new))


def _what(value: Value) -> str:
    return str(value["what"])


def _unit(value: Value) -> str:
    return str(value["unit"])


FAMILIES = (
    Family("deadlines", "deadline", _what, _deadline_text, ("what",), _deadline),
    Family("quotas", "quota", _quota_subject, quota_text, ("what", "per"), _quota),
    Family("funding", "funding", _what, _funding_text, ("what",), _simply),
    Family("contacts", "contact", _unit, _contact_text, ("unit", "email"), _contact),
    Family("materials", "material", _what, _material_text, ("what",), _simply),
    Family("basis", "basis", lambda value: str(value["title"]), filters.cite, ("title", "number"), _simply),
    Family("facts", "fact", lambda _value: "", _text_of_fact, (), _simply, told_alone=False),
)
