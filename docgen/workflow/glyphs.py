"""Characters that no font can print, shown where they stand in the campaign or its forms.

A renderer would refuse them too, but it knows only documents; here the author is told the line to mend.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from docgen.diagnostics import Place, Problem
from docgen.language import _
from docgen.render.glyphs import name_characters, text_by_role
from docgen.sources.source_map import Loc, SourceMap
from docgen.workflow.prepare import Prepared
from docgen.world.fonts import FontSet


def unprintable(prepared: Prepared, fonts: FontSet) -> tuple[Problem, ...]:
    """An error for each place with characters that no font has."""
    texts = text_by_role(prepared.notice).items()
    lost = {character for role, text in texts for character in fonts.uncovered(role, text)}
    by_place: dict[Place, set[str]] = {}
    for character in sorted(lost):
        place = next(_places(prepared, character), Place(str(prepared.loaded.path)))
        by_place.setdefault(place, set()).add(character)
    return tuple(_letter(place, characters) for place, characters in by_place.items())


def _letter(place: Place, characters: set[str]) -> Problem:
    message = _("no font has {characters}").format(characters=name_characters(characters))
    hint = _("replace them, or install a font that has them (docgen doctor shows which fonts are used)")
    return Problem("R501", message, place, hint)


def _places(prepared: Prepared, character: str) -> Iterator[Place]:
    """Where ``character`` was written, in the campaign first, then in the forms."""
    loaded = prepared.loaded
    values = {**loaded.campaign.model_dump(), "body": loaded.body}
    yield from _in_values(values, (), loaded.sources, character)
    for form in prepared.forms.values():
        yield from _in_values(form.plan.model_dump(), (), form.sources, character)


def _in_values(value: Any, loc: Loc, sources: SourceMap, character: str) -> Iterator[Place]:
    match value:
        case str() if character in value:
            before = value[: value.index(character)]
            yield sources.place_in_text(loc, before.count("\n"), len(before) - before.rfind("\n") - 1)
        case Mapping():
            for key, part in value.items():
                yield from _in_values(part, (*loc, key), sources, character)
        case list() | tuple():
            yield from _in_list(value, loc, sources, character)


def _in_list(values: Iterable[Any], loc: Loc, sources: SourceMap, character: str) -> Iterator[Place]:
    for index, part in enumerate(values):
        yield from _in_values(part, (*loc, index), sources, character)
