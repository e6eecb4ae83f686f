"""A row's own values for the campaign: one ministry's campaign, each province's notice."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.campaign.model import Campaign
from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.language import _
from docgen.roster.codes import Code, numbered
from docgen.roster.override_keys import Key, Unknown, known_key, parts_at
from docgen.roster.too_early import too_early
from docgen.sources.part import values_of
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.strict_yaml import Reading
from docgen.sources.validation import letter_at, validate


def apply_overrides(campaign: Campaign, overrides: Mapping[str, str], place: str = "") -> Campaign:
    """The campaign with these values (``Unit.overrides``) in place of its own, checked like any campaign.

    ``place`` (``Unit.place``) is named in letters. Raises DocgenError (exit code 3) with all that is wrong.
    """
    if not overrides:
        return campaign
    changed, problems = _applied(campaign, overrides, place)
    if changed is None or problems:
        raise DocgenError([problem for _key, problem in problems], Exit.CAMPAIGN)
    return changed


def override_problems(campaign: Campaign, overrides: Mapping[str, str]) -> tuple[tuple[str, Problem], ...]:
    """Key and letter of each value that does not fit the campaign, or what else it says."""
    if not overrides:
        return ()
    changed, problems = _applied(campaign, overrides, "")
    return problems if changed is None or problems else tuple(_late_issues(changed, overrides))


def _late_issues(changed: Campaign, overrides: Mapping[str, str]) -> Iterator[tuple[str, Problem]]:
    """Deadlines that nobody can keep, where the row has its own deadline or day of issue."""
    if changed.issued is None:
        return
    keys = {known.loc: key for key in overrides if isinstance(known := known_key(key, changed), Key)}
    for name, deadline in changed.deadlines.items():
        key = keys.get(("deadlines", name, "date")) or keys.get(("issued",))
        if key and (message := too_early(deadline.date, changed.issued)):
            hint = _("put the deadline later, or the day of issue earlier")
            yield key, Problem(numbered(Code.OVERRIDE), message, Place(key), hint)


def _applied(
    campaign: Campaign, overrides: Mapping[str, str], place: str
) -> tuple[Campaign | None, tuple[tuple[str, Problem], ...]]:
    data = values_of(campaign)
    places: dict[Place, str] = {}
    values: dict[Loc, Place] = {}
    prefixes: dict[str, str] = {}
    unknown: list[tuple[str, Problem]] = []
    for key, text in overrides.items():
        where = Place(f"{place}, {key}" if place else key)
        match known_key(key, campaign):
            case Key(loc, kind):
                _put(data, loc, parts_at(key, text) if kind == "list" else text)
                values[loc], places[where], prefixes[key] = where, key, letter_at(loc, "")
            case Unknown(reason, hint):
                unknown.append((key, Problem(numbered(Code.UNKNOWN_KEY), reason, where, hint)))
    _forget_short_name(data, values)
    changed, problems = validate(Campaign, Reading(data, SourceMap(place or campaign.id, values)), "C")
    first = next(iter(overrides))
    placed = [(places.get(problem.place or Place(""), first), problem) for problem in problems]
    return changed, (*unknown, *((key, _without(prefixes.get(key, ""), one)) for key, one in placed))


def _without(prefix: str, problem: Problem) -> Problem:
    """The key stands in the place already."""
    return replace(problem, message=problem.message.removeprefix(prefix))


def _forget_short_name(data: Any, changed: Collection[Loc]) -> None:
    """Another issuer has another short name and mark: its own, or none but its name."""
    for index, issuer in enumerate(data["issuer"]):
        if ("issuer", index, "name") in changed:
            for part in ("short", "mark"):
                if ("issuer", index, part) not in changed:
                    issuer[part] = ""


def _put(data: Any, loc: Loc, value: Any) -> None:
    *way, last = loc
    for step in way:
        data = data[step]
    data[last] = value
