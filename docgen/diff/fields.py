"""The fields of a form, each with what is asked of it; of rows that are repeated each field once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from docgen.document.tree import Cell, Field, Form, WordForm
from docgen.frozen import dataclass

_REPEATED = re.compile(r"(.+)_\d+")
_BOXES = "□■"
SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Asked:
    """A field and the words printed where it is filled in (hint, guide), without its value and its boxes."""

    field: Field
    help: str = ""
    times: int = 1


def asked_in(form: Form | WordForm) -> tuple[Asked, ...]:
    """Every field, cover first, in reading order; of a form drawn in Word all that is known are its fields."""
    every = list(_every(form))
    again = Counter(base for one in every if (base := _base(one.field.id)))
    found: dict[str, Asked] = {}
    for one in every:
        base = _base(one.field.id)
        id = base if base and again[base] > 1 else one.field.id
        if id not in found:
            label = without_limits(one.field.label, {one.field.limit})
            field = replace(one.field, id=id, label=label, value="")
            found[id] = Asked(field, one.help, again[base] if id == base else 1)
    return tuple(found.values())


def _base(id: str) -> str:
    """``name`` of ``name_3``, which is how a field of the third repeated row is called."""
    match = _REPEATED.fullmatch(id)
    return match[1] if match else ""


def _every(form: Form | WordForm) -> Iterator[Asked]:
    if isinstance(form, WordForm):
        yield from (Asked(field) for field in form.fields)
        return
    if form.cover:
        yield from (Asked(line.field) for line in form.cover.lines)
    for grid in form.grids:
        for row in grid.rows:
            for cell in row.cells:
                help = help_in(cell) if len(cell.fields) == 1 else ""
                yield from (Asked(field, help) for field in cell.fields)


def help_in(cell: Cell) -> str:
    """What is printed in a field's cell besides its value and its boxes."""
    values = {line for field in cell.fields for line in field.value.split("\n")}
    lines = (line.text for line in cell.lines)
    return "".join(bare(line) for line in lines if line not in values and not any(box in line for box in _BOXES))


def bare(text: str) -> str:
    """Without white space, which in a form is layout."""
    return SPACES.sub("", text)


# ---------------------------------------------------------------- all other words of a form


@dataclass(frozen=True)
class Said:
    """Words of a form that are no field, and where they stand in it."""

    text: str
    where: str


def said_in(form: Form, asked: Sequence[Asked]) -> tuple[Said, ...]:
    """Every text that does not merely name a field."""
    names = {one.field.label for one in asked}
    said = (Said(bare(one.text), one.where) for one in _said(form))
    return tuple(one for one in said if one.text and one.text.rstrip("：:") not in names)


_LIMIT = re.compile(r"[（(]?(?:字数)?(?:不超过|限|控制在)?(\d+)(?:个?字)(?:以内|之内|左右|内)?[）)]?")


def without_limits(text: str, limits: Collection[int | None]) -> str:
    """Without the words （不超过500字） that only say what a field's own limit says."""
    return _LIMIT.sub(lambda match: "" if int(match[1]) in limits else match.group(), text)


def without_any_limit(text: str) -> str:
    """Without the words that limit how much may be written."""
    return _LIMIT.sub("", text)


def _said(form: Form) -> Iterator[Said]:
    if form.cover:
        yield from (Said(line, "封面") for line in form.cover.foot)
    yield from (Said(line.text, "表头") for line in form.captions)
    for grid in form.grids:
        yield Said(grid.heading, "")
        for row in grid.rows:
            for cell in row.cells:
                if not cell.fields:
                    yield Said("".join(line.text for line in cell.lines), "")
    yield from (Said(line.text, "表注") for line in form.notes)
