"""What came of a batch: how many units, what was made, what went wrong and in which row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from pathlib import Path

from docgen.diagnostics import Exit, Problem
from docgen.frozen import dataclass

MOST_TOLD = {"error": 50, "warning": 20, "note": 10}
"""So many problems of a kind are kept for the report; all are counted. A hundred thousand would help nobody."""


def told(kept: list[Problem], more: Iterable[Problem]) -> None:
    """Keeps what there is still room for."""
    room = Counter(MOST_TOLD)
    room.subtract(problem.severity for problem in kept)
    for problem in more:
        room[problem.severity] -= 1
        if room[problem.severity] >= 0:
            kept.append(problem)


@dataclass(frozen=True)
class Tally:
    """``units`` are those with a good row, ``bad_rows`` the others; of the units so many were made, unchanged, failed.

    ``files`` were made, ``removed`` were taken away, as they are out of date or their unit left the roster.
    """

    units: int = 0
    bad_rows: int = 0
    made: int = 0
    unchanged: int = 0
    failed: int = 0
    files: int = 0
    removed: int = 0


@dataclass(frozen=True)
class UnitsReport:
    """``problems`` name their rows; there may be more of them than are kept, ``tally`` has the number.

    ``failed_rows`` is the workbook with the bad rows; ``is_part``: the roster was such a one, corrected. ``leaks`` are
    files that held another unit's value. ``ways`` says for ``--explain`` how each annex was made, ``reasons`` why so
    many files were. ``crash``: the traceback of a bug.
    """

    tally: Tally = Tally()
    problems: tuple[Problem, ...] = ()
    exit_code: Exit = Exit.OK
    failed_rows: Path | None = None
    is_part: bool = False
    archive: Path | None = None
    leaks: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    reasons: Mapping[str, int] = field(default_factory=dict)
    crash: str = ""
