"""One annex for many units: set by Typst as one document, cut into a file for each.

More than half of what a form takes on its own is its fonts, which are nearly the same in every unit's file. A form that
cannot be cut out (docgen.render.pdf.cut) is set on its own; which ones that are does not depend on the others.
"""

from __future__ import annotations

import functools
import json
import struct
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from docgen.diagnostics import Problem
from docgen.document.tree import Form, SplitAnnex
from docgen.render.as_data import as_json, changed_data
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


class _Filled(NamedTuple):
    """A form, and as JSON what it has that the blank one has not (see ``changed_data``)."""

    changes: str
    document: SplitAnnex


class Together:
    """The annex of which ``blank`` is the form without values.

    It is the quicker the more of a form is the same node as in ``blank``.
    """

    def __init__(self, blank: SplitAnnex, setting: Setting) -> None:
        self._blank, self._setting = blank, setting
        self._text = text_by_role(blank)
        self._anywhere: set[str] = set()

    def begun(self, documents: Sequence[SplitAnnex]) -> Callable[[], list[Rendered | None]]:
        """Begins with setting these forms; what comes back waits for their pages and cuts them apart.

        It gives for each form its file, or None if that is to be set on its own.
        """
        if not documents or not self._can_be_cut:
            return lambda: [None] * len(documents)
        return self._begun([self._filled(document) for document in documents])

    def _filled(self, document: SplitAnnex) -> _Filled:
        changes = changed_data(_form(self._blank), _form(document))
        return _Filled(json.dumps(changes, ensure_ascii=False), document)

    @functools.cached_property
    def _can_be_cut(self) -> bool:
        """Whether anything can, with these fonts."""
        return self._begun([self._filled(self._blank)])() != [None]

    def _begun(self, forms: Sequence[_Filled]) -> Callable[[], list[Rendered | None]]:
        compiling = begun(functools.partial(compiled, self._source(forms), self._setting))
        return lambda: self._cut_apart(forms, compiling)

    def _cut_apart(self, forms: Sequence[_Filled], compiling: Compiling) -> list[Rendered | None]:
        from typst import TypstError

        try:
            data, warnings = compiling()
            cut = Cut(data)
        except (TypstError, *_OF_ANOTHER_KIND):
            return self._one_by_one(forms)
        if cut.units != len(forms):
            return self._one_by_one(forms)
        return [self._cut_out(cut, number, one, warnings) for number, one in enumerate(forms, 1)]

    def _one_by_one(self, forms: Sequence[_Filled]) -> list[Rendered | None]:
        """One of them cannot be set: that must not change what becomes of the others."""
        if len(forms) == 1:
            return [None]
        return [self._begun([form])()[0] for form in forms]

    def _cut_out(self, cut: Cut, number: int, form: _Filled, warnings: tuple[Problem, ...]) -> Rendered | None:
        problems = self._glyph_problems(form)
        if any(problem.severity == "error" for problem in problems):
            return None
        try:
            data = cut.unit(number)
        except _OF_ANOTHER_KIND:
            return self._begun([form])()[0] if cut.units > 1 else None
        return Rendered(data, cut.pages(number), "typst", (*problems, *warnings))

    # ---------------------------------------------------------------- characters

    def _glyph_problems(self, filled: _Filled) -> tuple[Problem, ...]:
        """See ``docgen.render.glyphs``; the blank form's characters are counted in."""
        if self._are_in_every_font({*filled.changes} - self._anywhere):
            return self._problems
        own = text_by_role(filled.document)
        text = {role: "".join({*self._text.get(role, ""), *own.get(role, "")}) for role in {**self._text, **own}}
        return coverage_problems(self._setting.fonts, text)

    def _are_in_every_font(self, characters: set[str]) -> bool:
        """Whether whatever role sets these characters has them itself: then there is nothing to say of them."""
        fonts = self._setting.fonts
        missing = {char for role in fonts.faces for char in fonts.missing(role, "".join(characters))}
        self._anywhere |= characters - missing
        return not missing

    @functools.cached_property
    def _problems(self) -> tuple[Problem, ...]:
        return coverage_problems(self._setting.fonts, self._text)

    def _source(self, forms: Sequence[_Filled]) -> bytes:
        units = ",".join(form.changes for form in forms)
        return literal("documents", f'{{"blank":{self._blank_data},"units":[{units}]}}')

    @functools.cached_property
    def _blank_data(self) -> str:
        return as_json(self._blank)


@functools.cache
def _has_function(page: Path) -> bool:
    return page.is_file() and "#let documents(" in page.read_text(encoding="utf-8")


def _form(document: SplitAnnex) -> Form:
    content = document.annex.content
    assert isinstance(content, Form), content
    return content
