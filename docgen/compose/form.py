"""A form: its plan (``form.yaml``) and the words in it become the tree that renderers print.

What is printed is what the plan says; nothing is added to it but boxes to tick and room to write.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.compose.fields import field_of
from docgen.compose.grid import GridLayout
from docgen.compose.title import LANDSCAPE_LINE_WIDTH, LINE_WIDTH
from docgen.compose.title_lines import lines_of_title
from docgen.compose.words import Words
from docgen.document.measure import Mm
from docgen.document.tree import Cover, CoverLine, Field, Form, Line, Span
from docgen.sources.source_map import Loc
from docgen.templates.form_model import CoverPlan, FieldPlan, FormPlan, GridPlan

PAGE_HEIGHT = Mm(225)
LANDSCAPE_PAGE_HEIGHT = Mm(156)


def form_of(plan: FormPlan, words: Words) -> Form:
    """The form; ``words`` knows the names of the campaign, ``unit`` among them if it is filled in for one."""
    return FormLayout(plan, words).form(words)


class FormLayout:
    """A form laid out once, to be filled in for many units."""

    def __init__(self, plan: FormPlan, words: Words) -> None:
        self._plan = plan
        self._grids = _grids(plan, words)

    def form(self, words: Words) -> Form:
        """The whole form."""
        plan = self._plan
        title = words.line(plan.title, ("title",))
        width = LANDSCAPE_LINE_WIDTH if plan.landscape else LINE_WIDTH
        captions, caption_fields = self._captions(words)
        return Form(
            id=plan.id,
            title=lines_of_title(title, words, plan.title_lines, ("title_lines",), width),
            grids=tuple(grid.grid(words) for grid in self._grids),
            cover=_cover(plan.cover, words) if plan.cover else None,
            captions=captions,
            notes=tuple(_line(note) for note in words.lines(plan.notes, ("notes",))),
            landscape=plan.landscape,
            caption_fields=caption_fields,
        )

    def filled(self, blank: Form, words: Words) -> Form:
        """``blank`` with the values of those fields that ``words`` are given; what has none is the same node."""
        grids = tuple(layout.filled(grid, words) for layout, grid in zip(self._grids, blank.grids, strict=True))
        form = replace(blank, grids=grids)
        if blank.cover and self._plan.cover and any(line.field.id in words.given for line in blank.cover.lines):
            form = replace(form, cover=_cover(self._plan.cover, words))
        if any(field.id in words.given for field in blank.caption_fields):
            captions, caption_fields = self._captions(words)
            form = replace(form, captions=captions, caption_fields=caption_fields)
        return form

    def _captions(self, words: Words) -> tuple[tuple[Line, ...], tuple[Field, ...]]:
        captions = [_caption(caption, ("captions", index), words) for index, caption in enumerate(self._plan.captions)]
        return tuple(line for line, _field in captions), tuple(field for _line, field in captions if field)


def _grids(plan: FormPlan, words: Words) -> tuple[GridLayout, ...]:
    page = LANDSCAPE_PAGE_HEIGHT if plan.landscape else PAGE_HEIGHT
    if plan.grids:
        return tuple(GridLayout(grid, ("grids", index), page, words) for index, grid in enumerate(plan.grids))
    shared = {name: getattr(plan, name) for name in ("columns", "rows", "row_height", "header_rows", "size")}
    return (GridLayout(GridPlan(**shared), (), page, words),)


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
