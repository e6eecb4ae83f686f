"""The plan of a batch, laid by on disk: what is to be done for each unit, in the order of the roster."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from docgen.workflow.batch.bundle import WHOLE
from docgen.workflow.batch.gather import Gathered
from docgen.workflow.batch.journal import Record, remembered
from docgen.workflow.batch.plan import Item, Job, Planner, Wanted
from docgen.workflow.batch.spool import Spool
from docgen.workflow.batch.work import Work


@dataclass
class Planned:
    """``gone`` have left the roster; ``stay`` are those whose row is bad now or not among these, with what they had.

    ``jobs`` of the ``items`` are to be made: ``files`` files, which will take so many ``seconds``; LibreOffice makes
    ``converted`` of them. ``whole`` is the archive of all units as remembered. ``unsettled``: the records have to be
    written anew even if nothing is made.
    """

    items: Spool[Item]
    gone: Spool[Record]
    stay: Spool[Record]
    jobs: int = 0
    files: int = 0
    seconds: float = 0.0
    converted: int = 0
    whole: Record | None = None
    unsettled: bool = False
    reasons: Mapping[str, int] = field(default_factory=dict)

    @property
    def unchanged(self) -> int:
        """So many units are as they should be."""
        return len(self.items) - self.jobs

    def untouched(self) -> Iterator[Record]:
        """What will be the same whatever happens from now on."""
        for item in self.items:
            yield replace(item.before, files=item.keep) if isinstance(item, Job) else item
        yield from self.stay


def plan(gathered: Gathered, wanted: Wanted, folder: Path, work: Work) -> Planned:
    """Compares every unit with what is remembered of it."""
    memory = work.kept(remembered(folder, work.path))
    planner = Planner(folder, wanted, memory)
    items: Spool[Item] = work.kept(Spool(work.path / "items"))
    gone, stay = (work.kept(Spool[Record](work.path / name)) for name in ("gone", "stay"))
    planned = Planned(items, gone, stay, whole=memory.take(WHOLE))
    for number, unit in enumerate(gathered.units):
        item = planner.item(number, unit, gathered.folders.of(unit.id, unit.name))
        planned.items.add(item)
        if isinstance(item, Job):
            planned.jobs += 1
            planned.files += len(item.make)
            planned.seconds += item.seconds
            planned.converted += item.converted
    for record, has_left in planner.left(gathered.missing):
        (planned.gone if has_left and not gathered.is_part else planned.stay).add(record)
    planned.unsettled = memory.unfinished or planner.touched
    planned.reasons = Counter(planner.reasons)
    memory.close()
    return planned
