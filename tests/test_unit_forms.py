"""A form filled in for a unit: the same as composed anew, and what has no value is not even copied."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from press import CAMPAIGNS

from docgen.compose import compose, split_annexes
from docgen.compose.units import UnitForms
from docgen.document.tree import Field, Form, SplitAnnex, fields_of
from docgen.workflow.prepare import Prepared, prepare


def forms() -> Iterator[tuple[str, tuple[Prepared, UnitForms, int]]]:
    """Every form of the samples."""
    for name, path in CAMPAIGNS.items():
        prepared = prepare(path)
        units = UnitForms(prepared.loaded, prepared.forms, prepared.notice)
        for index in units.fillable:
            if isinstance(units.blank[index].annex.content, Form):
                yield f"{name} {index + 1}", (prepared, units, index)


FORMS = dict(forms())
VALUES = ("示例市第一中学", "022-80000001", "第一行\n第二行", "很长的一句话，" * 40)


def content(document: SplitAnnex) -> Form:
    assert isinstance(document.annex.content, Form)
    return document.annex.content


def anew(name: str, values: dict[str, str]) -> SplitAnnex:
    """The annex of the notice, everything composed."""
    prepared, _units, index = FORMS[name]
    annex = prepared.loaded.campaign.annexes[index].id
    notice = compose(prepared.loaded, prepared.forms, None, {f"{annex}.{id}": value for id, value in values.items()})
    return split_annexes(notice)[index]


def a_value(field: Field) -> some.SearchStrategy[str]:
    return some.sampled_from(field.options or VALUES)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=12)
@given(data=some.data())
def test_it_is_as_if_composed_anew(name: str, data: some.DataObject) -> None:
    _prepared, units, index = FORMS[name]
    fields = list(fields_of(content(units.with_values(index, {}))))
    chosen = data.draw(some.sets(some.sampled_from(range(len(fields))), max_size=6)) if fields else set()
    values = {fields[at].id: data.draw(a_value(fields[at])) for at in chosen}
    assert units.with_values(index, values) == anew(name, values)


@pytest.mark.parametrize("name", FORMS)
def test_without_a_value_it_is_the_same_cell(name: str) -> None:
    _prepared, units, index = FORMS[name]
    blank = content(units.with_values(index, {}))
    first = next(cell for grid in blank.grids for row in grid.rows for cell in row.cells if cell.fields)
    field = first.fields[0]
    filled = content(units.with_values(index, {field.id: field.options[-1] if field.options else "甲"}))
    cells = [
        (old, new)
        for pair in zip(blank.grids, filled.grids, strict=True)
        for row in zip(*(grid.rows for grid in pair), strict=True)
        for old, new in zip(*(one.cells for one in row), strict=True)
    ]
    assert [old for old, new in cells if old is not new] == [old for old, _new in cells if field in old.fields]
