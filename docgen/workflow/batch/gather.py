"""A roster read once, row by row: good rows are laid by on disk as units, bad rows go into a workbook."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from docgen.diagnostics import Problem
from docgen.roster.read import Roster
from docgen.roster.unit import BadRow, Unit
from docgen.workflow.batch.folders import Folders
from docgen.workflow.batch.report import told
from docgen.workflow.batch.spool import Spool
from docgen.workflow.batch.work import Work
from docgen.workflow.failed_rows import FAILED_ROWS, FailedFile, FailingRows


@dataclass
class Gathered:
    """``problems``: the first of all; ``missing`` are the names of ``bad`` rows, whose units have not left the roster.

    ``own_notices``: some unit has values for a notice of its own. ``is_part``: these are corrected rows of a roster, so
    nobody has left it. ``failed``: the workbook of rows to correct.
    """

    units: Spool[Unit]
    bad: Spool[BadRow]
    folders: Folders = field(default_factory=Folders)
    problems: list[Problem] = field(default_factory=list)
    missing: set[str] = field(default_factory=set)
    own_notices: bool = False
    is_part: bool = False
    failed: FailedFile = field(default_factory=FailedFile)


def gather(roster: Roster, folder: Path, work: Work) -> Gathered:
    """Reads the roster to its end. Bad rows are written to ``failed-rows.xlsx`` in ``folder``.

    Raises DocgenError (exit code 3) where there are no units or the file turns out to be no roster.
    """
    units, bad = work.kept(Spool[Unit](work.path / "units")), work.kept(Spool[BadRow](work.path / "bad"))
    gathered = Gathered(units, bad, problems=[*roster.problems], is_part=roster.is_part)
    failing = FailingRows(roster, folder / FAILED_ROWS, folder, makes=True)
    for row in roster.units():
        failing.add(row)
        match row:
            case Unit():
                gathered.units.add(row)
                gathered.folders.add(row.name)
                gathered.own_notices |= bool(row.overrides)
                if row.warnings:
                    told(gathered.problems, (fault.problem for fault in row.warnings))
            case BadRow():
                gathered.bad.add(row)
                gathered.missing.add(row.name)
                told(gathered.problems, row.problems)
    gathered.failed = failing.put()
    return gathered
