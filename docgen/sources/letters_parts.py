"""Letters about parts that do not go together: a quota without a number, a cell that is two things."""

from __future__ import annotations

from collections.abc import Callable

from docgen.language import _
from docgen.sources.codes import Code
from docgen.sources.faults import Fault, Said


def _quota_empty(fault: Fault) -> Said:
    return Said(Code.QUOTA, _("the quota has no number"), _("add min, max or by_unit"))


def _quota_reversed(fault: Fault) -> Said:
    message = _("min {low} is above max {high}").format(low=fault.facts["low"], high=fault.facts["high"])
    return Said(Code.QUOTA, message, _("exchange them"))


def _annex_content(fault: Fault) -> Said:
    if fault.value.get("form") and fault.value.get("body"):
        return Said(Code.ANNEX_CONTENT, _("the annex has a form and a body"), _("delete one of them"))
    return Said(Code.ANNEX_CONTENT, _("the annex has neither a form nor a body"), _("add one of them"))


def _one_body(fault: Fault) -> Said:
    if fault.value.get("body") and fault.value.get("body_file"):
        return Said(Code.BODY_CONTENT, _("the campaign has a body and a body_file"), _("delete one of them"))
    return Said(Code.BODY_CONTENT, _("the campaign has no words"), _('add "body: |" and the words below it'))


def _cell_things(fault: Fault) -> Said:
    message = _("the cell is several things at once: {things}").format(things=fault.facts["things"])
    return Said(Code.CELL, message, _("make a cell of each"))


def _form_grid(fault: Fault) -> Said:
    if fault.value.get("grids"):
        return Said(Code.GRID, _("the form has grids, and columns with rows as well"), _("keep one of them"))
    return Said(Code.GRID, _("the form has no table"), _("add columns and rows"))


PART_LETTERS: dict[str, Callable[[Fault], Said]] = {
    "quota_empty": _quota_empty,
    "quota_reversed": _quota_reversed,
    "annex_content": _annex_content,
    "one_body": _one_body,
    "cell_things": _cell_things,
    "form_grid": _form_grid,
}
"""A part's fault, and who speaks about it."""
