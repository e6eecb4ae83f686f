"""One annex for many units: set by Typst as one document, cut into a file for each.

More than half of what a form takes on its own is its fonts, which are nearly the same in every unit's file. A form that
cannot be cut out (docgen.render.pdf.cut) is set on its own; which ones that are does not depend on the others.
"""

from __future__ import annotations

import functools
import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from docgen.diagnostics import Problem
from docgen.document.tree import Form, Grid, SplitAnnex
from docgen.render.as_data import as_data
from docgen.render.glyphs import text_by_role
from docgen.render.pdf.cut import Cut
from docgen.render.pdf.objects import UncutError
from docgen.render.pdf.typst import compiled, literal
from docgen.render.setting import Rendered, Setting
from docgen.world.fonts import coverage_problems
from docgen.world.meanwhile import begun

Compiling = Callable[[], tuple[bytes, tuple[Problem, ...]]]
"""Waits for the PDF that is being set, and for what Typst warns of."""

_OF_ANOTHER_KIND = (UncutError, LookupError, ValueError, struct.error, zlib.error)
"""What is raised where a file is not as it was expected: mostly in words, sometimes only by what is not found."""


def can_be_set_together(document: SplitAnnex, setting: Setting) -> bool:
    """Whether it is a form that is laid out here, and the look has the function for it."""
    return isinstance(document.annex.content, Form) and _has_function(setting.look.page)


class Together:
    """The annex of which ``blank`` is the form without values."""

    def __init__(self, blank: SplitAnnex, setting: Setting) -> None:
        self._blank, self._setting = blank, setting
        self._text = text_by_role(blank)
        self._rows = [[(row, as_data(row)) for row in grid.rows] for grid in _form(blank).grids]
        self._known = {id(row): data for rows in self._rows for row, data in rows}

    def begun(self, documents: Sequence[SplitAnnex]) -> Callable[[], list[Rendered | None]]:
        """Begins with setting these forms; what comes back waits for their pages and cuts them apart.

        It gives for each form its file, or None if that is to be set on its own.
        """
        some = [self._with_known_rows(document) for document in documents]
        if not some or not self._can_be_cut:
            return lambda: [None] * len(some)
        return self._begun(some)

    @functools.cached_property
    def _can_be_cut(self) -> bool:
        """Whether anything can, with these fonts."""
        return self._begun([self._blank])() != [None]

    def _begun(self, documents: Sequence[SplitAnnex]) -> Callable[[], list[Rendered | None]]:
        compiling = begun(functools.partial(compiled, self._source(documents), self._setting))
        return lambda: self._cut_apart(documents, compiling)

    def _cut_apart(self, documents: Sequence[SplitAnnex], compiling: Compiling) -> list[Rendered | None]:
        from typst import TypstError

        try:
            data, warnings = compiling()
            cut = Cut(data)
        except (TypstError, *_OF_ANOTHER_KIND):
            return self._one_by_one(documents)
        if cut.units != len(documents):
            return self._one_by_one(documents)
        return [self._cut_out(cut, number, one, warnings) for number, one in enumerate(documents, 1)]

    def _one_by_one(self, documents: Sequence[SplitAnnex]) -> list[Rendered | None]:
        """One of them cannot be set: that must not change what becomes of the others."""
        if len(documents) == 1:
            return [None]
        return [self._begun([document])()[0] for document in documents]

    def _cut_out(self, cut: Cut, number: int, document: SplitAnnex, warnings: tuple[Problem, ...]) -> Rendered | None:
        problems = self._glyph_problems(document)
        if any(problem.severity == "error" for problem in problems):
            return None
        try:
            data = cut.unit(number)
        except _OF_ANOTHER_KIND:
            return self._begun([document])()[0] if cut.units > 1 else None
        return Rendered(data, cut.pages(number), "typst", (*problems, *warnings))

    # ---------------------------------------------------------------- what is as in the blank form

    def _with_known_rows(self, document: SplitAnnex) -> SplitAnnex:
        """The same document, its rows those of the blank form where they are equal."""
        form = _form(document)
        if [len(grid.rows) for grid in form.grids] != [len(rows) for rows in self._rows]:
            return document
        grids = (
            replace(
                grid, rows=tuple(own if row == own else row for row, (own, _data) in zip(grid.rows, rows, strict=True))
            )
            for grid, rows in zip(form.grids, self._rows, strict=True)
        )
        return _with_grids(document, tuple(grids))

    def _glyph_problems(self, document: SplitAnnex) -> tuple[Problem, ...]:
        """See ``docgen.render.glyphs``; the blank form's characters are counted in."""
        grids = (
            replace(grid, rows=tuple(row for row in grid.rows if id(row) not in self._known))
            for grid in _form(document).grids
        )
        own = text_by_role(_with_grids(document, tuple(grids)))
        text = {
            role: "".join(sorted({*self._text.get(role, ""), *own.get(role, "")})) for role in {**self._text, **own}
        }
        new = (self._setting.fonts.missing(role, "".join({*text[role]} - {*self._text.get(role, "")})) for role in text)
        return coverage_problems(self._setting.fonts, text) if any(new) else self._problems

    @functools.cached_property
    def _problems(self) -> tuple[Problem, ...]:
        return coverage_problems(self._setting.fonts, self._text)

    def _source(self, documents: Sequence[SplitAnnex]) -> bytes:
        trees = [as_data(document, self._known) for document in (self._blank, *documents)]
        return literal("documents", {"documents": trees})


@functools.cache
def _has_function(page: Path) -> bool:
    return page.is_file() and "#let documents(" in page.read_text(encoding="utf-8")


def _form(document: SplitAnnex) -> Form:
    content = document.annex.content
    assert isinstance(content, Form), content
    return content


def _with_grids(document: SplitAnnex, grids: tuple[Grid, ...]) -> SplitAnnex:
    return replace(document, annex=replace(document.annex, content=replace(_form(document), grids=grids)))
