"""Whether a form's parts agree: grids that can be drawn, fields with ids of their own, choices with options.

Looks at the data as read, so that a fault elsewhere in the form does not hide these; a grid whose own
values are wrong is passed over until they are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from docgen.campaign.agreement import title_lines
from docgen.diagnostics import Problem
from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.faults import Fault
from docgen.sources.part import keys_of
from docgen.sources.source_map import Loc, SourceMap
from docgen.sources.typed_text import YES_NO
from docgen.sources.validation import letter_at, problem_of
from docgen.sources.value_reader import read_part
from docgen.templates.form_model import FormPlan, GridPlan
from docgen.templates.geometry import grid_problems

Found = Iterator[Problem]
Mapping = dict[str, Any]

DRAWN_HERE = ("grids", "columns", "rows", "cover", "captions", "notes", "landscape")
"""What says nothing about a form that is drawn in Word."""

WORD_FILE = r"(?i)[^/\\:]+\.docx"

FIELD_ONLY = ("kind", "options", "multiple", "limit", "required", "prefill")
"""Keys of a cell that say nothing without a field."""


def form_problems(data: Any, sources: SourceMap) -> tuple[Problem, ...]:
    """A letter for each two parts of a form that do not agree."""
    if not isinstance(data, dict):
        return ()
    return tuple(problem for check in CHECKS for problem in check(data, sources))


def titles(form: Mapping, sources: SourceMap) -> Found:
    """The title and its lines."""
    yield from title_lines(form, (), sources, "F")


def one_table(form: Mapping, sources: SourceMap) -> Found:
    """The model asks for this too, but only where all else is right."""
    if not form.get("docx") and bool(form.get("grids")) == bool(form.get("columns") and form.get("rows")):
        yield problem_of(Fault("form_grid", (), form), sources, "F")


def drawn_in_word(form: Mapping, sources: SourceMap) -> Found:
    """A form is drawn either in Word or here; only one drawn in Word lists its fields."""
    if not form.get("docx"):
        if form.get("fields"):
            hint = _('add "docx: form.docx", or put the fields into cells')
            yield _letter(Code.WORD_FORM, ("fields",), _("only a form drawn in Word lists its fields"), hint, sources)
        return
    for key in DRAWN_HERE:
        if form.get(key):
            message = _("the form is drawn in the Word file {docx}").format(docx=form["docx"])
            yield _letter(Code.WORD_FORM, (key,), message, _("delete this, or delete docx"), sources)
    if not re.fullmatch(WORD_FILE, str(form["docx"])):
        message = _('"{docx}" is not the name of a Word file in the form\'s own folder').format(docx=form["docx"])
        yield _letter(Code.WORD_FORM, ("docx",), message, _("write docx: form.docx"), sources)


def grids(form: Mapping, sources: SourceMap) -> Found:
    """Each table by itself."""
    landscape = YES_NO.get(str(form.get("landscape")).lower(), False)
    for loc, written in _written_grids(form):
        grid, _wrong = read_part(GridPlan, written)
        if grid:
            yield from grid_problems(grid, loc, sources, landscape)


def field_ids(form: Mapping, sources: SourceMap) -> Found:
    """What a unit fills in is known by its field's id."""
    first: dict[str, Loc] = {}
    for loc, part in _mappings(form, ()):
        name, way = part.get("field"), (*loc, "field")
        if not isinstance(name, str):
            continue
        if name in first:
            line = sources.place(first[name]).line
            message = _('the field in line {line} is named "{name}" too').format(line=line, name=name)
            yield _letter(Code.SAME_FIELD, way, message, _("give each its own name"), sources)
        first.setdefault(name, way)


def choices(form: Mapping, sources: SourceMap) -> Found:
    """A choice has options, and only a choice has them."""
    for loc, part in _mappings(form, ()):
        if "field" not in part:
            continue
        if part.get("kind") == "choice" and not part.get("options"):
            hint = _("add options: [{a}, {b}]").format(a="国家级", b="市级")
            yield _letter(Code.OPTIONS, (*loc, "kind"), _("a choice without options"), hint, sources)
        elif part.get("options") and part.get("kind") != "choice":
            yield _letter(
                Code.OPTIONS, (*loc, "options"), _("options without a choice"), _("add kind: choice"), sources
            )


def bare_cells(form: Mapping, sources: SourceMap) -> Found:
    """What only a field can have, in a cell that has none."""
    for loc, part in _mappings(form, ()):
        if "field" in part or "rows" not in loc:
            continue
        for key in FIELD_ONLY:
            if part.get(key) is not None:
                message = _("only a field can have this, and the cell has none")
                yield _letter(Code.CELL, (*loc, key), message, _('add "field: …"'), sources)


CHECKS = (titles, one_table, drawn_in_word, grids, field_ids, choices, bare_cells)


def _written_grids(form: Mapping) -> Iterator[tuple[Loc, Mapping]]:
    """The tables as written, each with the way to it; the form itself may be the one."""
    if isinstance(form.get("grids"), list):
        yield from ((("grids", index), grid) for index, grid in enumerate(form["grids"]) if isinstance(grid, dict))
    elif form.get("columns") and form.get("rows"):
        shared = keys_of(GridPlan).keys() & keys_of(FormPlan).keys()
        yield (), {key: form[key] for key in shared if key in form}


def _mappings(data: Any, loc: Loc) -> Iterator[tuple[Loc, Mapping]]:
    """Every mapping in the form, from the top."""
    if isinstance(data, dict):
        yield loc, data
        for key, value in data.items():
            yield from _mappings(value, (*loc, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _mappings(value, (*loc, index))


def _letter(code: Code, loc: Loc, message: str, hint: str, sources: SourceMap) -> Problem:
    return Problem(f"F{code}", letter_at(loc, message), sources.place(loc), hint)
