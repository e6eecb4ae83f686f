"""Units whose files could not be made: their rows are to be corrected as well, so they join those that are bad.

Only docgen's making tells that a character has no font, or that a value does not go with the words. The roster is read
a second time then, for the cells as typed: to keep them for every unit would be work for nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from docgen.diagnostics import Place, Problem
from docgen.language import _
from docgen.roster.read import Roster
from docgen.roster.unit import BadRow, RowFault, Unit
from docgen.workflow.batch.gather import Gathered
from docgen.workflow.batch.making import Made
from docgen.workflow.batch.workshop import Outcome, said_of
from docgen.workflow.failed_rows import FAILED_ROWS, FailingRows
from docgen.workflow.manifest import sha256


def put_failures(
    roster: Roster, checksum: str, folder: Path, gathered: Gathered, made: Made, leaks: Sequence[Problem]
) -> None:
    """Writes the workbook of failed rows anew, with the units that failed; ``gathered`` has it then.

    ``leaks``: the letters of ``made.leaks``, in their order. ``checksum`` is that of the roster as it was read: of
    another one the rows would be others, and nothing is written.
    """
    if not made.failed or made.failures is None:
        return
    if not roster.path.is_file() or sha256(roster.path.read_bytes()) != checksum:
        gathered.problems.append(_changed(roster.path))
        return
    failing = FailingRows(roster, folder / FAILED_ROWS, folder, makes=True)
    problems = dict(zip((one.number for one in made.leaks), leaks, strict=True))
    for row in heapq.merge(gathered.bad, _units(roster, gathered, made.failures, problems), key=attrgetter("row")):
        failing.add(row)
    gathered.failed = failing.put(unmade=True)


def _units(
    roster: Roster, gathered: Gathered, failures: Iterable[Outcome], leaks: Mapping[int, Problem]
) -> Iterator[Unit | BadRow]:
    """The good rows, those that failed as bad ones; all in the order of the roster."""
    rows = roster.typed()
    waiting = iter(failures)
    failure = next(waiting, None)
    for number, unit in enumerate(gathered.units):
        if failure is None or failure.number != number:
            yield unit
            continue
        cells = next(cells() for row, cells in rows if row == unit.row)
        problems = (leaks[number],) if failure.leak else failure.problems
        yield BadRow(unit.row, cells, tuple(_fault(unit, problem) for problem in problems), unit.name)
        failure = next(waiting, None)


def _fault(unit: Unit, problem: Problem) -> RowFault:
    # The row has the name already.
    reason = problem.message.removeprefix(said_of(unit, ""))
    return RowFault(problem.code, unit.row, reason, problem.hint, place=problem.place)


def leaks_of(made: Made, gathered: Gathered) -> list[dict[str, Any]]:
    """The leaks as the manifest has them, in the order of the roster."""
    owners = {outcome.leak.owner for outcome in made.leaks if outcome.leak}
    ids = {number: unit.id for number, unit in enumerate(gathered.units) if number in owners} if owners else {}
    return [
        {"path": one.leak.path, "unit": one.record.unit, "value_of": ids[one.leak.owner]}
        for one in made.leaks
        if one.leak
    ]


def leak_problem(leak: Mapping[str, Any], may_run_together: bool) -> Problem:
    """A letter about it. ``may_run_together``: two own values, side by side, may look like another's."""
    message = _("a value of {other} stood in the file of {unit}; the file is removed, nothing of {unit} was made")
    hint = _("please report this as a bug in docgen")
    if may_run_together:
        hint = _(
            "where two tags of the Word file stand side by side, their values run together and may look like "
            "another's: type a space between them; if it is not that, please report this as a bug in docgen"
        )
    return Problem("W931", message.format(other=leak["value_of"], unit=leak["unit"]), Place(leak["path"]), hint)


def _changed(roster: Path) -> Problem:
    message = _(
        "this was changed while the units' files were made; the rows of the units that failed are not in {file}"
    ).format(file=FAILED_ROWS)
    return Problem("W934", message, Place(str(roster)), _("build again"), severity="warning")
