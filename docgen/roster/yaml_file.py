"""Rosters as YAML: a list of units, each with its properties; keys of the campaign may be written as they nest.

- name: 和平区人力资源和社会保障局
  联系人: 某某
  deadlines: {submission: {date: 2020-03-10}}
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from docgen.diagnostics import DocgenError, Exit, Place
from docgen.language import _
from docgen.roster.codes import Code
from docgen.roster.override_keys import BETWEEN
from docgen.roster.plan import COMMON_OVERRIDES
from docgen.roster.sheets import Sheet, SheetRow, refuse
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.strict_yaml import read_yaml
from docgen.sources.text_file import read_text


def yaml_sheets(path: Path) -> list[Sheet]:
    """The one table of the file. Raises DocgenError (exit code 3) with all that is wrong with its YAML."""
    reading = read_yaml(read_text(path, "L"), str(path), "L")
    if reading.problems:
        raise DocgenError(reading.problems, Exit.CAMPAIGN)
    sources = reading.sources
    entries, loc = _entries(reading.data, sources)
    rows = []
    headers: dict[str, int] = {}
    for index, entry in enumerate(entries):
        at = (*loc, index)
        if not isinstance(entry, dict):
            message = _("a unit is a mapping: its properties, each with its value")
            refuse(Code.YAML, message, sources.place(at), _('write "- name: …"'))
        cells, places = {}, {}
        for way, text in _spread(entry, ()):
            column = headers.setdefault(".".join(str(step) for step in way), len(headers))
            cells[column], places[column] = text, sources.place((*at, *way))
        rows.append((sources.place(at), cells, places))
    return [Sheet(str(path), lambda: _rows(rows, len(headers)), lettered=False, headers=tuple(headers))]


def _entries(data: Any, sources: SourceMap) -> tuple[list[Any], Loc]:
    """A list, or a mapping with the list at ``units``."""
    match data:
        case list():
            return data, ()
        case {"units": list() as entries} if len(data) == 1:
            return entries, ("units",)
        case _:
            message = _("a roster is a list of units")
            refuse(Code.YAML, message, sources.place(()), _('begin each unit with "- name: …"'))


def _spread(value: Any, way: Loc) -> Iterator[tuple[Loc, str]]:
    """Each text in a unit with the way to it; a list becomes one text."""
    match value:
        case dict():
            for key, part in value.items():
                yield from _spread(part, (*way, key))
        case list():
            between = "\n" if way and way[-1] in (*BETWEEN, COMMON_OVERRIDES["addressees"]) else "、"
            yield way, between.join(str(part) for part in value if part is not None)
        case None:
            yield way, ""
        case _:
            yield way, str(value)


def _rows(rows: list[tuple[Place, dict[int, str], dict[int, Place]]], width: int) -> Iterator[SheetRow]:
    for number, (place, cells, places) in enumerate(rows, start=1):
        where = {**dict.fromkeys(range(width), place), **places}
        yield SheetRow(number, [cells.get(index, "") for index in range(width)], where)
