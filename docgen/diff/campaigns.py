"""The values of two campaigns, each by its id: deadlines, quotas, contacts, and what else is written once.

``FAMILIES`` is the list: what a value of the family is about, how it reads, what tells it again where its id is
another. A value that moved with the year alone has not changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from docgen.compose import filters
from docgen.diff import days
from docgen.diff.changes import Change, Kind
from docgen.diff.ground import Ground, Known
from docgen.diff.tokens import compared, segments_of
from docgen.diff.trace import values_of
from docgen.diff.words import text_of, tokens_of

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


def value_changes(old: Known, new: Known, ground: Ground) -> tuple[Change, ...]:
    """All values that changed, came or went; nothing unless both sides are campaigns."""
    if not old.side.campaign or not new.side.campaign:
        return ()
    found = [
        change
        for family in FAMILIES
        for change in _family(family, old, new)
        if not (change.old and change.new and change.shift is None and ground.only_the_year(change.old, change.new))
    ]
    return (*_about_all(old, new), *found)


def _family(family: Family, old: Known, new: Known) -> Iterator[Change]:
    raw_old, raw_new = getattr(old.side.campaign, family.name), getattr(new.side.campaign, family.name)
    again = _found_again(family, raw_old, raw_new)
    for id, value in raw_old.items():
        if id not in again:
            if family.told_alone:
                yield _alone(family, "dropped", id, old)
        elif value != raw_new[again[id]]:
            both = Both(old.names[family.name][id], new.names[family.name][again[id]], again[id])
            for change in family.changes(family, both, old, new):
                yield _placed(change, family, id, again[id], old, new)
    for id in raw_new:
        if id not in again.values() and family.told_alone:
            yield _alone(family, "added", id, new)


def _found_again(family: Family, old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """Old id → new id: the same, or that of a value that says of itself the same."""
    again = {id: id for id in old if id in new}
    for id, value in old.items():
        told = tuple(getattr(value, part, None) for part in family.told_by)
        if id in again or not any(told):
            continue
        same = (
            other
            for other, candidate in new.items()
            if other not in again.values() and tuple(getattr(candidate, part, None) for part in family.told_by) == told
        )
        if found := next(same, None):
            again[id] = found
    return again


def _alone(family: Family, end: str, id: str, known: Known) -> Change:
    """A value that only one side has."""
    value = known.names[family.name][id]
    text = family.text(value)
    kind = cast("Kind", f"{family.word}-{end}")
    old, new = (text, "") if end == "dropped" else ("", text)
    change = Change(
        kind, mention(f"{family.name}.{id}", known), old, new, compared(old, new), subject=family.subject(value)
    )
    place = known.side.sources.place((family.name, id)) if known.side.sources else None
    return replace(
        change,
        id=f"{family.name}.{id}",
        old_place=place if end == "dropped" else None,
        new_place=place if end == "added" else None,
    )


def _placed(change: Change, family: Family, old_id: str, new_id: str, old: Known, new: Known) -> Change:
    """With what the family cannot know: where it stands on the page and in the files, the words beside each other."""
    id = f"{family.name}.{new_id}"
    return replace(
        change,
        id=id,
        where=mention(id, new) or mention(f"{family.name}.{old_id}", old),
        pieces=compared(change.old, change.new),
        old_place=old.side.sources.place((family.name, old_id)) if old.side.sources else None,
        new_place=new.side.sources.place((family.name, new_id)) if new.side.sources else None,
    )


def mention(id: str, known: Known) -> str:
    """Where a value is first spoken of; empty if nowhere."""
    for clause in known.clauses:
        if any(id in values_of(mark.key) for mark in known.trace.marks.get(clause.path, ())):
            return clause.where
    return ""


def said_again(old: Known, new: Known) -> Iterator[tuple[str, str]]:
    """What stands for each other where the words cannot be traced to values: in forms and in 版记."""
    for family in FAMILIES:
        before, after = old.names.get(family.name, {}), new.names.get(family.name, {})
        for id in before.keys() & after.keys():
            if before[id] != after[id]:
                for texts in zip(_printings(before[id]), _printings(after[id]), strict=False):
                    yield from _differing(*texts)


def _printings(value: Value) -> Iterator[str]:
    """The ways in which a value is printed, always the same ones in the same order."""
    parts = value if isinstance(value, Mapping) else {"": value}
    for part in parts.values():
        if isinstance(part, datetime.date):
            yield from (form(part) for form in (filters.date, filters.date_weekday, filters.day, filters.day_weekday))
        elif isinstance(part, str | int) and not isinstance(part, bool):
            yield str(part)
        else:
            yield _part_text(part) if isinstance(part, list) else ""
    if {"min", "max"} <= parts.keys():
        yield _quota_text(value)
    if "amount" in parts:
        yield filters.amount(value)
    if "copies" in parts:
        yield filters.copies(value) if value["copies"] else ""


def _differing(old: str, new: str) -> Iterator[tuple[str, str]]:
    """The words in which two printings differ, and the printings whole."""
    if old and new and old != new:
        yield old, new
        segments = segments_of(tokens_of(old), tokens_of(new))
        yield from ((text_of(one.old), text_of(one.new)) for one in segments if one.old and one.new and not one.same)


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
    return f"发文后留{have}天（上次{had}天）" if had and have and had != have else ""


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


def _quota_text(value: Value) -> str:
    return _quota_subject(value) + _limit_text(value)


def _quota(family: Family, both: Both, _old: Known, _new: Known) -> Iterator[Change]:
    """The limits alone where they are of the same thing."""
    before, after = both.old, both.new
    moves = [_bound(before, after, "max", "上限"), _bound(before, after, "min", "下限"), *_single(before, after)]
    shift = next((_difference(before, after, end) for end in ("max", "min") if _difference(before, after, end)), None)
    text = _limit_text if _quota_subject(before) == _quota_subject(after) else _quota_text
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


def _part_text(value: Any) -> str:
    return "、".join(value) if isinstance(value, list) else str(value or "")


def _contact_text(value: Value, parts: Sequence[str] = ()) -> str:
    lines = ((label, _part_text(value[part])) for part, label in CONTACT_PARTS if not parts or part in parts)
    return "；".join(f"{label}：{text or '无'}" for label, text in lines if text or parts)


def _contact(family: Family, both: Both, _old: Known, _new: Known) -> Iterator[Change]:
    """Those parts alone that changed; of a single one without its label, which is the detail."""
    parts = [part for part, _label in CONTACT_PARTS if both.old[part] != both.new[part]]
    labels = "、".join(label for part, label in CONTACT_PARTS if part in parts)
    if len(parts) == 1:
        old, new = (_part_text(value[parts[0]]) for value in (both.old, both.new))
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
    return _part_text(value) if not isinstance(value, bool) else ("是" if value else "否")


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
    Family("quotas", "quota", _quota_subject, _quota_text, ("what", "per"), _quota),
    Family("funding", "funding", _what, _funding_text, ("what",), _simply),
    Family("contacts", "contact", _unit, _contact_text, ("unit", "email"), _contact),
    Family("materials", "material", _what, _material_text, ("what",), _simply),
    Family("basis", "basis", lambda value: str(value["title"]), filters.cite, ("title", "number"), _simply),
    Family("facts", "fact", lambda _value: "", _text_of_fact, (), _simply, told_alone=False),
)


# ---------------------------------------------------------------- what is there once


def _about_all(old: Known, new: Known) -> Iterator[Change]:
    """Year, issuer, look."""
    before, after = old.side.campaign, new.side.campaign
    assert before
    assert after
    if before.year != after.year:
        moved = _once("year-moved", "年度", (f"{before.year}年", f"{after.year}年"), "year", old, new)
        yield replace(moved, shift=after.year - before.year)
    if _issuers(old) != _issuers(new):
        yield _once("issuer-changed", "发文机关", (_issuers(old), _issuers(new)), "issuer", old, new)
    if before.look != after.look:
        yield _once("head-changed", "版式", (before.look, after.look), "look", old, new)


def _issuers(known: Known) -> str:
    return "、".join(
        issuer["name"] + (f"（{issuer['short']}）" if issuer["short"] != issuer["name"] else "")
        for issuer in known.names["issuers"]
    )


def _once(kind: Kind, where: str, texts: tuple[str, str], key: str, old: Known, new: Known) -> Change:
    places = [known.side.sources.place((key,)) if known.side.sources else None for known in (old, new)]
    return Change(kind, where, *texts, compared(*texts), "", places[0], places[1], key)
