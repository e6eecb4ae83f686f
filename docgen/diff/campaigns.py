"""The values of two campaigns, each by its id: deadlines, quotas, contacts, and what else is written once.

Which there are and how they read is in ``docgen.diff.families``. A value that moved with the year alone has not
changed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from docgen.compose import filters
from docgen.diff.changes import Change, Kind
from docgen.diff.families import FAMILIES, Both, Family, Value, part_text, quota_text
from docgen.diff.ground import Ground, Known
from docgen.diff.tokens import compared, segments_of
from docgen.diff.trace import values_of
from docgen.diff.words import text_of, tokens_of


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
            yield part_text(part) if isinstance(part, list) else ""
    if {"min", "max"} <= parts.keys():
        yield quota_text(value)
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
