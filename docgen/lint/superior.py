"""What goes with the superior's campaign, asked once for all rules about it."""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading


def problems_as_hits(reading: Reading, code: str) -> Iterator[Hit]:
    """The letters of this code that ``superior_problems`` writes; none if there is no superior at hand."""
    from docgen.compose.superior import superior_problems

    if reading.loaded is None or reading.superior is None:
        return
    superior = reading.superior
    for problem in superior_problems(reading.loaded, superior.loaded, reading.forms, superior.forms):
        if problem.code == code and problem.place:
            yield at(problem.place, problem.message, problem.hint)
