"""What the doctor of templates says about the forms that a campaign has drawn in Word."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.diagnostics import Problem
from docgen.document.tree import WordForm
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading


def told(reading: Reading, *codes: str) -> Iterator[Hit]:
    """The letters of these codes, as findings."""
    for form in drawn_forms(reading):
        for problem in _letters(form):
            if problem.code in codes:
                yield at(problem.place or reading.place(), problem.message, problem.hint)


def drawn_forms(reading: Reading) -> list[WordForm]:
    """The campaign's forms that are drawn in Word, each once."""
    forms = [annex.content for annex in reading.notice.annexes] if reading.notice else []
    return [*dict.fromkeys(form for form in forms if isinstance(form, WordForm))]


@functools.lru_cache(maxsize=16)
def _letters(form: WordForm) -> tuple[Problem, ...]:
    from docgen.diagnostics import DocgenError
    from docgen.render.docx.word_form import compiled_word_form

    try:
        compiled_word_form(form)
    except DocgenError as error:
        return error.problems
    return ()
