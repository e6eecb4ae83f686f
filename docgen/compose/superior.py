"""Whether a campaign goes with its superior's: its deadlines earlier, its forms the same, the superior's notice cited.

Codes: C131 a deadline that is not earlier, C132 a form that deviates without a word about it in ``deviations``, C133
the superior's notice is not cited.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import AnnexUse, Deadline
from docgen.diagnostics import Place, Problem
from docgen.language import _, listed
from docgen.templates.find import LoadedForm
from docgen.templates.form_model import CellPlan, FieldPlan, FormPlan

Forms = Mapping[str, LoadedForm]


def superior_problems(
    local: LoadedCampaign, superior: LoadedCampaign, forms: Forms | None = None, superior_forms: Forms | None = None
) -> tuple[Problem, ...]:
    """A letter for each thing in which ``local`` does not go with ``superior``, at its place in the local file.

    With the forms of both, forms of different names are compared by what is filled in; without, by name alone.
    """
    return (
        *_deadlines(local, superior),
        *_forms(local, superior, forms or {}, superior_forms or {}),
        *_citation(local, superior),
    )


# ---------------------------------------------------------------- deadlines


def _deadlines(local: LoadedCampaign, superior: LoadedCampaign) -> Iterator[Problem]:
    """Those of the same id; where none has the same, the last of each."""
    ours, theirs = local.campaign.deadlines, superior.campaign.deadlines
    shared = [(key, key) for key in ours if key in theirs]
    if not shared and ours and theirs:
        shared = [(max(ours, key=lambda key: ours[key].date), max(theirs, key=lambda key: theirs[key].date))]
    for key, other in shared:
        if _moment(ours[key]) >= _moment(theirs[other]):
            message = _("deadlines.{key}: {ours} is not before the superior's, {theirs}").format(
                key=key, ours=ours[key].date, theirs=theirs[other].date
            )
            hint = _("leave yourself time to look through what comes in")
            yield Problem("C131", message, local.sources.place(("deadlines", key, "date")), hint)


def _moment(deadline: Deadline) -> tuple[str, str]:
    """A day without an hour lasts to its end."""
    return deadline.date.isoformat(), (deadline.time or "24:00").rjust(5, "0")


# ---------------------------------------------------------------- forms


def _forms(local: LoadedCampaign, superior: LoadedCampaign, forms: Forms, theirs: Forms) -> Iterator[Problem]:
    ours = {use.id: (index, use) for index, use in enumerate(local.campaign.annexes)}
    for use in superior.campaign.annexes:
        if not use.form or use.id in local.campaign.deviations:
            continue
        index, own = ours.get(use.id, (0, None))
        where = local.sources.place(("annexes", index, "form") if own else ("annexes",))
        if own is None:
            message = _('annexes: the superior\'s annex "{id}" is missing').format(id=use.id)
            yield _deviation(message, use, where)
        elif own.form != use.form and (changes := _changes(own.form, use.form, forms, theirs)) is not None:
            message = _('annexes: the form of "{id}" is not the superior\'s {form}').format(id=use.id, form=use.form)
            yield _deviation(": ".join([message, *([listed(changes)] if changes else [])]), use, where)


def _changes(ours: str | None, theirs: str, forms: Forms, superior_forms: Forms) -> tuple[str, ...] | None:
    """How our form differs; None if it does not; nothing is listed where one of them is not at hand."""
    own, other = forms.get(ours or ""), superior_forms.get(theirs)
    if own is None or other is None:
        return ()
    return tuple(_told(change) for change in form_changes(other.plan, own.plan)) or None


class FormChange(NamedTuple):
    """A field and what is asked of it in each of two forms; None where a form does not have it."""

    field: str
    old: str | None
    new: str | None


def form_changes(old: FormPlan, new: FormPlan) -> tuple[FormChange, ...]:
    """What is filled in otherwise: fields dropped and added, kinds, limits and options changed."""
    before, after = fields_of_plan(old), fields_of_plan(new)
    keys = dict.fromkeys([*before, *after])
    return tuple(FormChange(key, before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key))


def _told(change: FormChange) -> str:
    if change.new is None:
        return _("without {field}").format(field=change.field)
    if change.old is None:
        return _("with {field} besides").format(field=change.field)
    return _("{field}: {old} → {new}").format(field=change.field, old=change.old, new=change.new)


def fields_of_plan(plan: FormPlan) -> dict[str, str]:
    """Field → what is asked of it (kind, limit, options, whether it must be there)."""
    rows = [*plan.rows, *(row for grid in plan.grids for row in grid.rows)]
    cells = [cell for row in rows for cell in row.cells]
    captions = [caption for caption in plan.captions if not isinstance(caption, str)]
    single: list[FieldPlan | CellPlan] = [*(plan.cover.lines if plan.cover else []), *captions, *plan.fields, *cells]
    fields = {one.field: _asked(one) for one in single if one.field}
    return {**fields, **{line.field: "line" for cell in cells for line in cell.lines or []}}


def _asked(field: CellPlan | FieldPlan) -> str:
    limit = str(field.limit) if field.limit else ""
    return " ".join(
        part for part in (field.kind, limit, "/".join(field.options), "*" if field.required else "") if part
    )


def _deviation(message: str, use: AnnexUse, where: Place) -> Problem:
    hint = _("use the superior's form, or say why under `deviations: {{{id}: …}}`").format(id=use.id)
    return Problem("C132", message, where, hint, "warning")


# ---------------------------------------------------------------- the basis


def _citation(local: LoadedCampaign, superior: LoadedCampaign) -> Iterator[Problem]:
    """The superior's number among the bases, and that basis in the words; or the number typed in the words."""
    number = _bare(str(superior.campaign.number))
    if not superior.campaign.number.serial:
        return
    keys = [key for key, basis in local.campaign.basis.items() if _bare(basis.number) == number]
    words = "\n".join(
        [
            local.campaign.title,
            local.body,
            *(text for use in local.campaign.attached for text in (use.number, use.body)),
        ]
    )
    if number in _bare(words) or any(re.search(rf"\bbasis\.{key}\b", words) for key in keys):
        return
    where = ("basis", keys[0]) if keys else ("basis",)
    message = _("basis: the superior's notice {number} is not cited").format(number=superior.campaign.number)
    hint = (
        _("write {{{{ basis.{key} | cite }}}} into the words").format(key=keys[0])
        if keys
        else _("add it to basis, and cite it")
    )
    yield Problem("C133", message, local.sources.place(where), hint, "warning")


def _bare(text: str) -> str:
    """Without spaces, brackets of one shape."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"[〔\[({【]", "〔", re.sub(r"[〕\])}】]", "〕", plain))
