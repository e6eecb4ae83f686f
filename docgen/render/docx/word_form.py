"""A form that a bureau drew in Word, filled in: its tags name the form's fields.

``{{ unit_name }}``                  the value of the field ``unit_name``
``{{ boxes.level.国家级 }}国家级``     a box, ticked if the field ``level`` says 国家级
``{{ year }}``, ``{{ issuer }}`` …   words of the campaign: title, year, number, issuer, issuer_short, issued
``{{ label }}``                      附件1
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docgen.compose.fields import EMPTY_BOX, TICKED_BOX, chosen_options
from docgen.diagnostics import Place
from docgen.document.tree import Annex, Field, SplitAnnex, WordForm
from docgen.render.docx.compiled import Compiled, compile_template
from docgen.render.docx.draft import marked_as_draft
from docgen.render.docx.unit_values import UnitValues


def word_form_docx(annex: Annex, form: WordForm, draft: bool = False) -> bytes:
    """The form with the values of its fields.

    Raises DocgenError T4xx (exit 4) with a letter for each mistake in the Word file, R420 (exit 3) for a value.
    """
    values = word_form_values(annex, form, [field.value for field in form.fields])
    data = compiled_word_form(form).fill(values)
    return marked_as_draft(data) if draft else data


class CompiledWordForm:
    """The form for any number of units; see ``form_template.CompiledForm``."""

    def __init__(self, make: Callable[[Mapping[str, str]], SplitAnnex], blank: SplitAnnex, form: WordForm) -> None:
        self.fields = form.fields
        self._make, self._blank, self._form = make, blank, form
        self._values = UnitValues(form.fields)
        self._compiled = compiled_word_form(form)

    def fill(self, values: Mapping[str, str]) -> bytes:
        """See ``CompiledForm``."""
        texts = self._values.texts(values)
        if self._values.doubtful(texts):
            self._make(self._values.given(texts))
        data = self._compiled.fill(word_form_values(self._blank.annex, self._form, texts))
        return marked_as_draft(data) if self._blank.draft else data

    def reason(self, values: Mapping[str, str]) -> str:
        """See ``CompiledForm``: what in the Word file makes it more than filling in."""
        texts = self._values.texts(values)
        return self._values.doubtful(texts) or "; ".join(self._compiled.reasons)


def compiled_word_form(form: WordForm) -> Compiled:
    """The form's Word file, compiled; a name that is no field's is a mistake in it."""
    fields = tuple((field.id, field.label, field.options) for field in form.fields)
    return _compiled(form.template, form.file, fields, tuple(name for name, _text in form.words))


def word_form_values(annex: Annex, form: WordForm, texts: Sequence[str]) -> Mapping[str, Any]:
    """What the tags print, ``texts`` being the values of the form's fields in their order."""
    fields = zip(form.fields, texts, strict=True)
    boxes = {field.id: _boxes(field, text) for field, text in fields if field.options}
    own = {field.id: text for field, text in zip(form.fields, texts, strict=True)}
    return {**dict(form.words), "label": annex.label, "boxes": boxes, **own}


def _boxes(field: Field, text: str) -> dict[str, str]:
    chosen = chosen_options(text, field.options, field.multiple)
    return {option: TICKED_BOX if option in chosen else EMPTY_BOX for option in field.options}


@functools.lru_cache(maxsize=16)
def _compiled(
    template: bytes, file: str, fields: tuple[tuple[str, str, tuple[str, ...]], ...], words: tuple[str, ...]
) -> Compiled:
    boxes = {name: dict.fromkeys(options) for name, _label, options in fields if options}
    # Who types a field's label means the field; who types unit.contact, some field that is filled from it.
    labels = {"unit": "", **{label: name for name, label, _options in fields}}
    names = dict.fromkeys((*words, "label", *(name for name, _label, _options in fields)))
    known = {**labels, **names, "boxes": boxes}
    return compile_template(template, Place(file), known)
