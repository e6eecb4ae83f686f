"""The forms of many units: what is the same for all of them is composed once.

    LoadedCampaign + forms  →  UnitForms;  UnitForms + a unit of the roster  →  its annexes, filled in

A form knows its unit in what it pre-fills and nowhere else: the same words are bound in, blank, behind the notice,
where no unit is. So titles, labels and numbers come from the blank annexes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from docgen.campaign.loaded import LoadedCampaign
from docgen.compose.annexes import annex_names, form_content, given_for
from docgen.compose.campaign import split_annexes
from docgen.compose.fields import chosen_options, value_of
from docgen.compose.form import FormLayout
from docgen.compose.values import campaign_names, plain
from docgen.compose.words import Words
from docgen.diagnostics import DocgenError, Exit, Problem
from docgen.document.tree import Field, Form, Notice, SplitAnnex, WordForm, fields_of
from docgen.frozen import dataclass
from docgen.templates.form_model import FormPlan
from docgen.templates.loaded import LoadedForm


class UnitForms:
    """The annexes of a campaign that are filled in for units; ``blank`` are those of the notice, in its order."""

    def __init__(self, loaded: LoadedCampaign, forms: Mapping[str, LoadedForm], notice: Notice) -> None:
        self.blank = split_annexes(notice)
        self._uses = loaded.campaign.annexes
        self._forms = forms
        self._fields: dict[int, tuple[_Planned, ...]] = {}
        self._choices: dict[int, dict[str, Field]] = {}
        self._layouts: dict[int, tuple[FormLayout, Form]] = {}
        problems: list[Problem] = []
        self._names = campaign_names(loaded.campaign, None, loaded.sources, problems)
        words = Words(self._names, loaded.sources, problems)
        self._names["annexes"] = annex_names(loaded.campaign, forms, words)

    @property
    def fillable(self) -> tuple[int, ...]:
        """Which annexes (from 0) are forms; an annex of running text is the same for every unit."""
        return tuple(index for index, one in enumerate(self.blank) if isinstance(one.annex.content, Form | WordForm))

    def filled(self, index: int, unit: Mapping[str, Any], given: Mapping[str, str]) -> SplitAnnex:
        """Annex ``index`` with the values of a unit; ``given`` as ``compose`` takes it.

        Raises DocgenError (exit code 4) if a value cannot be printed.
        """
        return self._composed(index, self._words(index, unit, given))

    def with_values(self, index: int, values: Mapping[str, str]) -> SplitAnnex:
        """Annex ``index`` with these values of its fields, by field id, and with no others. Raises as ``filled``.

        What has no value is the same node for every unit, not only an equal one.
        """
        words = Words(self._names, self._form(index).sources, [], values)
        if self._form(index).plan.docx:
            return self._composed(index, words)
        layout, blank = self._laid_out(index)
        return self._with_content(index, layout.filled(blank, words), words)

    def values(self, index: int, unit: Mapping[str, Any], given: Mapping[str, str]) -> dict[str, str]:
        """Field → value in annex ``index``, as ``filled`` has them and ten times as quickly; fields without one lack.

        Raises DocgenError as ``filled`` does.
        """
        words = self._words(index, unit, given)
        values = {
            field.name: value
            for field in self._planned(index)
            if (field.prefill or field.name in words.given) and (value := field.value(words))
        }
        if words.problems or not all(self._is_choice(index, name, value) for name, value in values.items()):
            # The tree knows the places of what is wrong.
            self.filled(index, unit, given)
        return values

    def _composed(self, index: int, words: Words) -> SplitAnnex:
        return self._with_content(index, form_content(self._form(index), words), words)

    def _with_content(self, index: int, content: Form | WordForm, words: Words) -> SplitAnnex:
        blank = self.blank[index]
        if words.problems:
            raise DocgenError(dict.fromkeys(words.problems), Exit.TEMPLATE)
        return replace(blank, annex=replace(blank.annex, content=content))

    def _laid_out(self, index: int) -> tuple[FormLayout, Form]:
        """The form, and what it is without values."""
        if index not in self._layouts:
            form = self._form(index)
            words = Words(self._names, form.sources, [])
            layout = FormLayout(form.plan, words)
            blank = layout.form(words)
            if words.problems:
                raise DocgenError(dict.fromkeys(words.problems), Exit.TEMPLATE)
            self._layouts[index] = layout, blank
        return self._layouts[index]

    def _words(self, index: int, unit: Mapping[str, Any], given: Mapping[str, str]) -> Words:
        names = {**self._names, "unit": plain(unit)}
        return Words(names, self._form(index).sources, [], given_for(self._uses[index].id, given))

    def _form(self, index: int) -> LoadedForm:
        return self._forms[str(self._uses[index].form)]

    def _planned(self, index: int) -> tuple[_Planned, ...]:
        if index not in self._fields:
            self._fields[index] = tuple(_planned(self._form(index).plan))
        return self._fields[index]

    def _is_choice(self, index: int, name: str, value: str) -> bool:
        """Whether a value is among the options; of a field without options any is."""
        if index not in self._choices:
            content = self.blank[index].annex.content
            fields = fields_of(content) if isinstance(content, Form | WordForm) else ()
            self._choices[index] = {field.id: field for field in fields if field.options}
        field = self._choices[index].get(name)
        return field is None or set(chosen_options(value, field.options, field.multiple)).issubset(field.options)


@dataclass(frozen=True)
class _Planned:
    """A field as the form plans it; in repeated rows ``number`` is the row's."""

    name: str
    prefill: str
    number: int | None = None

    def value(self, words: Words) -> str:
        known = words.knowing(row=self.number) if self.number else words
        return value_of(self.name, self.prefill, (), known, self.number)


def _planned(plan: FormPlan) -> Iterator[_Planned]:
    """Every field of a form, repeated rows row by row."""
    captions = (caption for caption in plan.captions if not isinstance(caption, str))
    for field in (*(plan.cover.lines if plan.cover else ()), *captions, *plan.fields):
        yield _Planned(field.field, field.prefill)
    for row in (row for grid in plan.grids or (plan,) for row in grid.rows):
        for number in range(1, row.repeat + 1) if row.repeat > 1 else (None,):
            for one in (one for cell in row.cells for one in (cell, *(cell.lines or ()))):
                if one.field:
                    yield _Planned(f"{one.field}_{number}" if number else one.field, one.prefill, number)
