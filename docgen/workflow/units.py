"""Rosters at the edge: which one a campaign has, the empty one to fill in, and one checked without building."""

from __future__ import annotations

import glob
from collections.abc import Callable
from pathlib import Path

from docgen.campaign.loaded import LoadedCampaign
from docgen.diagnostics import DocgenError, Exit, Place, Problem
from docgen.frozen import dataclass
from docgen.language import _, listed
from docgen.roster.codes import Code, numbered
from docgen.roster.files import READERS
from docgen.roster.plan import RosterPlan, roster_plan
from docgen.roster.read import Roster, open_roster
from docgen.roster.unit import RowFault, Unit
from docgen.workflow.failed_rows import FailingRows
from docgen.workflow.prepare import Prepared
from docgen.workflow.select import choose, names_roster
from docgen.world.files import write_all


def campaign_of(word: str | None = None) -> Path:
    """The campaign named by path or id; the only one under ``data/`` if none is named.

    Of several, the only one that has a roster. Raises DocgenError: exit code 3, or 2 where one has to be named.
    """
    choice = choose([word] if word else [])
    if choice.problems:
        raise DocgenError(choice.problems, Exit.CAMPAIGN)
    paths = [one.path for one in choice.campaigns]
    if len(paths) > 1:
        paths = [path for path in paths if names_roster(path)]
    if len(paths) == 1:
        return paths[0]
    ids = listed(one.id or str(one.path) for one in choice.campaigns)
    hint = _("known are: {known}").format(known=ids)
    raise DocgenError(Problem("U921", _("name the campaign whose roster this is"), hint=hint), Exit.USAGE)


def plan_of(prepared: Prepared) -> RosterPlan:
    """What the campaign wants to know of its units."""
    return roster_plan(prepared.loaded, prepared.forms)


def roster_of(loaded: LoadedCampaign, given: Path | None = None) -> Path | None:
    """The roster that was asked for, else the campaign's own (``units:``), else None.

    Raises DocgenError (exit code 3) if the campaign names one outside its folder.
    """
    if given is not None or not loaded.campaign.units:
        return given
    folder = loaded.path.parent
    path = folder / loaded.campaign.units
    if not path.resolve().is_relative_to(folder.resolve()):
        message = _('units: "{file}" lies outside the campaign\'s folder').format(file=loaded.campaign.units)
        place = loaded.sources.place(("units",))
        hint = _("put the file beside the campaign, or name it by --units")
        raise DocgenError(Problem(numbered(Code.OUTSIDE), message, place, hint), Exit.CAMPAIGN)
    return path


# ---------------------------------------------------------------- the empty roster


def write_template(prepared: Prepared, out: Path | None, force: bool = False, every_field: bool = False) -> Path:
    """Writes the empty roster and returns where it is: ``out``, or ``<campaign id>.units.xlsx`` in this folder.

    Raises DocgenError: exit code 3 if ``columns:`` names what is not there, 2 if the file is there already.
    """
    from docgen.roster.workbook.template import roster_template

    path = out or Path(f"{prepared.loaded.campaign.id}.units.xlsx")
    if path.suffix.lower() != ".xlsx":
        message = _("the empty roster is an Excel file, .xlsx")
        raise DocgenError(Problem(numbered(Code.WRONG_FILE), message, Place(str(path))), Exit.USAGE)
    if path.exists() and not force:
        hint = _("choose another name by --out, or write over it with --force")
        raise DocgenError(Problem("U920", _("this is there already"), Place(str(path)), hint), Exit.USAGE)
    plan = plan_of(prepared)
    if plan.problems:
        raise DocgenError(plan.problems, Exit.CAMPAIGN)
    write_all(path.parent, {path.name: roster_template(plan, every_field)})
    return path


# ---------------------------------------------------------------- checking


@dataclass(frozen=True)
class Checked:
    """What came of a roster: so many rows are units, so many are not, which are in ``failed_rows``; ``problems`` are
    notes on workbooks of failed rows that are there.
    """

    roster: Roster
    good: int
    bad: int
    failed_rows: Path | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def exit_code(self) -> Exit:
        """1 if a row is bad or a column is missing."""
        missing = any(problem.severity == "error" for problem in self.roster.problems)
        return Exit.FINDINGS if self.bad or missing else Exit.OK


def check_units(roster: Roster, failed: Path, folder: Path, tell: Callable[[RowFault], None]) -> Checked:
    """Reads the roster to its end; ``tell`` hears of each fault as it is found.

    Bad rows are written to ``failed`` (see ``FailingRows``); ``folder`` is the campaign's. Raises
    DocgenError: exit code 3 where there are no units or a CSV file turns out to be none, 2 if it cannot be written.
    """
    failing = FailingRows(roster, failed, folder)
    rows = 0
    for row in roster.units():
        rows += 1
        failing.add(row)
        for fault in row.warnings if isinstance(row, Unit) else row.faults:
            tell(fault)
    put = failing.put()
    return Checked(roster, rows - failing.count, failing.count, put.path, put.problems)


def opened(prepared: Prepared, given: Path | None = None) -> Roster:
    """The campaign's roster, its header understood. Raises DocgenError: exit code 3, or 2 if there is none."""
    path = roster_of(prepared.loaded, given)
    if path is None:
        message = _("the campaign {id} has no roster").format(id=prepared.loaded.campaign.id)
        hint = _how_to_name_one(prepared.loaded.path)
        place = Place(str(prepared.loaded.path))
        raise DocgenError(Problem(numbered(Code.NO_ROSTER), message, place, hint), Exit.USAGE)
    return open_roster(path, plan_of(prepared))


def _how_to_name_one(campaign: Path) -> str:
    """With the roster that lies beside the campaign, 2024.units.xlsx, if there is one."""
    beside = campaign.parent.glob(f"{glob.escape(campaign.stem)}.units.*")
    found = next((path for path in sorted(beside) if path.suffix.lower() in READERS), None)
    if found is None:
        return _("name one by --units, or by units: in the campaign")
    hint = _("{file} lies beside it: name it by --units {path}, or by units: {file} in the campaign")
    return hint.format(file=found.name, path=found)
