"""What a build says of the units of a roster: how many, what went wrong in which row, where the bad rows are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from docgen.language import _, listed, ngettext
from docgen.workflow.batch.report import UnitsReport


def lines(units: UnitsReport, explain: bool) -> Iterator[str]:
    """For people; with ``explain`` why and how files were made."""
    tally = units.tally
    if not tally.units and not tally.bad_rows:
        return
    number = ngettext("{n} unit", "{n} units", tally.units).format(n=tally.units)
    parts = [
        _("{n} made").format(n=tally.made),
        _("{n} unchanged").format(n=tally.unchanged),
        *([_("{n} failed").format(n=tally.failed)] if tally.failed else []),
    ]
    yield "  " + _("{units}: {parts}").format(units=number, parts=listed(parts))
    if tally.removed:
        words = ngettext("{n} file is out of date and removed", "{n} files are out of date and removed", tally.removed)
        yield "  " + words.format(n=tally.removed)
    if units.archive:
        yield "  " + _("packed in {file}").format(file=units.archive)
    if explain:
        yield from (f"  {line}" for line in (*units.ways, *_reasons(units)))
    if units.failed_rows:
        number_bad = tally.bad_rows + tally.failed
        bad = ngettext("{n} row is not in order", "{n} rows are not in order", number_bad).format(n=number_bad)
        yield "  " + _("{rows}; correct them in {file}, then use it as the roster").format(
            rows=bad, file=units.failed_rows
        )
    elif units.is_part and not tally.failed:
        yield "  " + _("these rows are in order now; correct them in the first roster, too, or they fail there again")


def _reasons(units: UnitsReport) -> Iterator[str]:
    words = {
        "new": _("{n} files made that were not there before"),
        "values": _("{n} files made because the unit's row has changed"),
        "template": _("{n} files made because form, look, campaign or docgen have changed"),
        "missing": _("{n} files made because they were missing, had been changed, or --force was given"),
    }
    yield from (words[reason].format(n=count) for reason, count in units.reasons.items())


def as_data(units: UnitsReport) -> dict[str, Any]:
    """For programs. The files themselves are in the manifest: there may be very many."""
    return {
        **dataclasses.asdict(units.tally),
        "failed_rows": str(units.failed_rows) if units.failed_rows else None,
        "archive": str(units.archive) if units.archive else None,
        "leaks": list(units.leaks),
        "ways": list(units.ways),
        "reasons": dict(units.reasons),
        "bug": units.crash.strip().splitlines()[-1] if units.crash else None,
        "exit_code": int(units.exit_code),
    }
