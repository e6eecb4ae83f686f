"""Making what is planned: outcomes taken as they come, records written in the order of the roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from docgen.diagnostics import Exit, Problem
from docgen.workflow.batch.hands import Ways, handed_back
from docgen.workflow.batch.journal import NewRecords
from docgen.workflow.batch.order import Order
from docgen.workflow.batch.planned import Planned
from docgen.workflow.batch.report import told
from docgen.workflow.batch.spool import Spool
from docgen.workflow.batch.workshop import Outcome, remove

Tell = Callable[[int, int], None]
"""Is told how many files are made, and of how many."""


@dataclass
class Made:
    """What has come of the units so far; ``problems`` are the first of all, ``failures`` all that failed."""

    failures: Spool[Outcome] | None = None
    files: int = 0
    units: int = 0
    failed: int = 0
    removed: int = 0
    exit_code: Exit = Exit.OK
    problems: list[Problem] = field(default_factory=list)
    leaks: list[Outcome] = field(default_factory=list)
    crash: str = ""
    ways: Ways = field(default_factory=Counter)

    def take(self, outcome: Outcome) -> None:
        """One more unit."""
        failed = outcome.exit_code is not Exit.OK
        if failed and self.failures is not None:
            self.failures.add(outcome)
        self.units += not failed
        self.failed += failed
        self.files += outcome.made
        self.removed += outcome.removed
        self.exit_code = max(self.exit_code, outcome.exit_code)
        self.crash = self.crash or outcome.crash
        self.leaks += [outcome] if outcome.leak else []
        if outcome.problems:
            told(self.problems, outcome.problems)


def make(order: Order, planned: Planned, jobs: int, records: NewRecords, failures: Spool[Outcome], tell: Tell) -> Made:
    """Everything that is planned, by so many processes; ``records`` takes all units in order, ``failures`` some.

    Raises DocgenError where no other unit could be made either (exit code 5: the disk is full, a process was ended).
    """
    made = Made(failures)
    made.removed = sum(remove(order.folder, record.files, set()) for record in planned.gone)
    tell(0, planned.files)
    for handed in handed_back(order, planned.items, jobs):
        for result in handed.results:
            if isinstance(result, Outcome):
                made.take(result)
                records.add(result.record)
            else:
                records.add(result)
        made.ways += handed.ways
        tell(made.files, planned.files)
    for record in planned.stay:
        records.add(record)
    return made
