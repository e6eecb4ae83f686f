"""Characters that no font can print, shown where they stand in the campaign or its forms.

A renderer would refuse them too, but it knows only documents; here the author is told the line to mend.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.diagnostics import Place, Problem
from docgen.document.tree import Role
from docgen.render.glyphs import text_by_role
from docgen.sources.part import values_of
from docgen.sources.source_map import Loc, SourceMap
from docgen.workflow.prepare import Prepared
from docgen.world.fonts import FontSet, coverage_problems


def unprintable(prepared: Prepared, fonts: FontSet) -> tuple[Problem, ...]:
    """An error for each place with characters that no font has."""
    texts = text_by_role(prepared.notice).items()
    lost = {character: role for role, text in texts for character in fonts.uncovered(role, text)}
    by_place: dict[Place, dict[Role, str]] = {}
    for character, role in sorted(lost.items()):
        place = next(_places(prepared, character), Place(str(prepared.loaded.path)))
        here = by_place.setdefault(place, {})
        here[role] = here.get(role, "") + character
    return tuple(
        dataclasses.replace(problem, place=place)
        for place, here in by_place.items()
        for problem in coverage_problems(fonts, here)
    )


def _places(prepared: Prepared, character: str) -> Iterator[Place]:
    """Where ``character`` was written, in the campaign first, then in the forms."""
    loaded = prepared.loaded
    values = {**values_of(loaded.campaign), "body": loaded.body}
    yield from _in_values(values, (), loaded.sources, character)
    for form in prepared.forms.values():
        yield from _in_values(values_of(form.plan), (), form.sources, character)


def _in_values(value: Any, loc: Loc, sources: SourceMap, character: str) -> Iterator[Place]:
    match value:
        case str() if character in value:
            before = value[: value.index(character)]
            yield sources.place_in_text(loc, before.count("\n"), len(before) - before.rfind("\n") - 1)
        case Mapping():
            yield from _in_parts(value.items(), loc, sources, character)
        case list() | tuple():
            yield from _in_parts(enumerate(value), loc, sources, character)


def _in_parts(parts: Iterable[tuple[Any, Any]], loc: Loc, sources: SourceMap, character: str) -> Iterator[Place]:
    for key, part in parts:
        # The model has levels that the author left out: a single issuer is a list of one, a bare row has cells.
        inner = (*loc, key)
        yield from _in_values(part, inner if inner in sources.values else loc, sources, character)
