"""A form: its plan (``form.yaml``) and the words in it become the tree that renderers print.

What is printed is what the plan says; nothing is added to it but boxes to tick and room to write.
"""

from __future__ import annotations

from docgen.compose.fields import field_of
from docgen.compose.grid import grid_of
from docgen.compose.title import LANDSCAPE_LINE_WIDTH, LINE_WIDTH
from docgen.compose.title_lines import lines_of_title
from docgen.compose.words import Words
from docgen.document.measure import Mm
from docgen.document.tree import Cover, CoverLine, Field, Form, Grid, Line, Span
from docgen.sources.source_map import Loc
from docgen.templates.form_model import CoverPlan, FieldPlan, FormPlan, GridPlan

PAGE_HEIGHT = Mm(225)
LANDSCAPE_PAGE_HEIGHT = Mm(156)


def form_of(plan: FormPlan, words: Words) -> Form:
    """The form; ``words`` knows the names of the campaign, ``unit`` among them if it is filled in for one."""
    title = words.line(plan.title, ("title",))
    width = LANDSCAPE_LINE_WIDTH if plan.landscape else LINE_WIDTH
    captions = [_caption(caption, ("captions", index), words) for index, caption in enumerate(plan.captions)]
    return Form(
        id=plan.id,
        title=lines_of_title(title, words, plan.title_lines, ("title_lines",), width),
        grids=_grids(plan, words),
        cover=_cover(plan.cover, words) if plan.cover else None,
        captions=tuple(line for line, _field in captions),
        notes=tuple(_line(note) for note in words.lines(plan.notes, ("notes",))),
        landscape=plan.landscape,
        caption_fields=tuple(field for _line, field in captions if field),
    )


def _grids(plan: FormPlan, words: Words) -> tuple[Grid, ...]:
    page = LANDSCAPE_PAGE_HEIGHT if plan.landscape else PAGE_HEIGHT
    if plan.grids:
        return tuple(grid_of(grid, ("grids", index), page, words) for index, grid in enumerate(plan.grids))
    shared = {name: getattr(plan, name) for name in ("columns", "rows", "row_height", "header_rows", "size")}
    return (grid_of(GridPlan.model_construct(**shared), (), page, words),)


def _cover(plan: CoverPlan, words: Words) -> Cover:
    lines = []
    for index, line in enumerate(plan.lines):
        loc = ("cover", "lines", index)
        label = words.line(line.label, (*loc, "label"))
        lines.append(CoverLine(label, field_of(line, label, loc, words)))
    return Cover(
        title=words.lines(plan.title, ("cover", "title")),
        lines=tuple(lines),
        foot=words.lines(plan.foot, ("cover", "foot")),
    )


def _caption(plan: FieldPlan | str, loc: Loc, words: Words) -> tuple[Line, Field | None]:
    """A line above the table: ``申报单位（盖章）：`` and what is filled in behind it."""
    if isinstance(plan, str):
        return _line(words.line(plan, loc)), None
    label = words.line(plan.label, (*loc, "label"))
    field = field_of(plan, label, loc, words)
    return _line(label + field.value), field


def _line(text: str) -> Line:
    return Line((Span(text),))
