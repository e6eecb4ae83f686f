"""What a build says of the units of a roster: how many, what went wrong in which row, where the bad rows are."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from docgen.language import _, listed, ngettext
from docgen.workflow.batch.report import UnitsReport


def lines(units: UnitsReport, explain: bool) -> Iterator[str]:
    """For people; with ``explain`` why and how files were made."""
    tally = units.tally
    if not tally.units and not tally.bad_rows:
        return
    number = ngettext("{n} unit", "{n} units", tally.units).format(n=tally.units)
    yield "  " + _("{units}: {parts}").format(units=number, parts=_parts(tally.made, tally.unchanged, tally.failed))
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


def total(reports: Sequence[UnitsReport]) -> str:
    """The units of all campaigns, in a line."""
    made, unchanged = (sum(getattr(one.tally, name) for one in reports) for name in ("made", "unchanged"))
    # A row that is not in order is a unit without files, whatever else it is.
    failed = sum(one.tally.failed + one.tally.bad_rows for one in reports)
    return _("units: {counts}").format(counts=_parts(made, unchanged, failed))


def _parts(made: int, unchanged: int, failed: int) -> str:
    parts = [_("{n} made").format(n=made), _("{n} unchanged").format(n=unchanged)]
    return listed([*parts, _("{n} failed").format(n=failed)] if failed else parts)


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
