"""Checks of a row as a whole: a unit that was there before, quotas, values that do not fit the campaign."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docgen.campaign.model import Quota
from docgen.language import _
from docgen.roster.cells import Complaint
from docgen.roster.codes import Code
from docgen.roster.masking import quoted
from docgen.roster.overrides import override_problems
from docgen.roster.plan import RosterPlan
from docgen.roster.unit import Severity, Value

Found = Iterator[tuple[str, Complaint]]
"""Key of the column, and what is wrong there."""

CODES = ("code", "credit_code")
"""What tells a unit from others better than its name."""
CODED_NAME = "name beside a code"
"""Under which the ledger has the names of units that have a code."""


@dataclass
class Ledger:
    """What the rows so far have said: in which row each unit stands, how much of each quota is used.

    ``quotas``: which column is held against which.
    """

    quotas: tuple[tuple[str, Quota], ...]
    rows: dict[tuple[str, str], int] = field(default_factory=dict)
    used: dict[tuple[str, str], int] = field(default_factory=dict)


def row_complaints(
    values: Mapping[str, Value], overrides: Mapping[str, str], row: int, plan: RosterPlan, ledger: Ledger
) -> Found:
    """All that is wrong with a row whose cells are each right; the ledger takes it down."""
    yield from twice(values, row, ledger)
    for key, quota in ledger.quotas:
        yield from over_quota(key, quota, values, ledger)
    for key, problem in override_problems(plan.campaign, overrides):
        yield key, Complaint(Code.OVERRIDE, problem.message, problem.hint)


def twice(values: Mapping[str, Value], row: int, ledger: Ledger) -> Found:
    """A unit is known by its code; by its name, if this row or the other one has no code."""
    codes = [key for key in CODES if values.get(key)]
    name = str(values.get("name", ""))
    plain = _plain(name)
    if name and (other := ledger.rows.get(("name" if codes else CODED_NAME, plain))):
        yield "name", _twice(name, other, _("delete one of the rows, or write the codes of both"))
        return
    for key in codes or ["name"]:
        text = str(values.get(key, ""))
        first = ledger.rows.setdefault((key, _plain(text)), row) if text else row
        if first != row:
            yield key, _twice(text, first, _("delete one of the rows"))
            return
    if codes:
        ledger.rows.setdefault((CODED_NAME, plain), row)


def _twice(text: str, first: int, hint: str) -> Complaint:
    reason = _('"{value}" stands in row {row}, too').format(value=quoted(text), row=first)
    return Complaint(Code.DUPLICATE, reason, hint)


def over_quota(key: str, quota: Quota, values: Mapping[str, Value], ledger: Ledger) -> Found:
    """A unit's number against its quota, an area's against the area's, the sum of all against the total."""
    number = values.get(key)
    if not isinstance(number, int):
        return
    name, area = str(values.get("name", "")), str(values.get("area", ""))
    group = {"total": "", "area": area or name}.get(quota.per, name)
    used = number
    if quota.per in ("total", "area"):
        used = ledger.used[key, group] = ledger.used.get((key, group), 0) + number
    most = quota.by_unit.get(name, quota.by_unit.get(area, quota.max)) if quota.per != "total" else quota.max
    if most is not None and used > most:
        yield key, _over(quota, used, most, group)
    elif quota.min is not None and name not in quota.by_unit and number < quota.min and quota.per in ("unit", "base"):
        reason = _("{n}{unit} where at least {least} are asked for").format(n=number, unit=quota.unit, least=quota.min)
        yield key, Complaint(Code.OVER_QUOTA, reason, _("write more"), _severity(quota))


def _over(quota: Quota, used: int, most: int, group: str) -> Complaint:
    facts = {"what": quota.what, "used": used, "most": most, "unit": quota.unit, "group": group}
    match quota.per:
        case "total":
            reason = _("with this row {what} come to {used}{unit}, {most} are allowed for all units together")
            return Complaint(Code.OVER_TOTAL, reason.format(**facts), _("write less here or above"), _severity(quota))
        case "area":
            reason = _("with this row {what} of {group} come to {used}{unit}, {most} are allowed")
        case _:
            reason = _("{used}{unit} of {what}, {most} are allowed")
    return Complaint(Code.OVER_QUOTA, reason.format(**facts), _("write less"), _severity(quota))


def _severity(quota: Quota) -> Severity:
    """原则上: it may be, but should be seen."""
    return "warning" if quota.soft else "error"


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
