"""``docgen units``: the empty roster of a campaign, and checking one that was filled in."""

from __future__ import annotations

from pathlib import Path

import click

from docgen.cli import console
from docgen.cli.groups import JSON, Group
from docgen.diagnostics import Exit
from docgen.language import _


@click.group(
    cls=Group,
    short_help=_("See to rosters of units."),
    help=_("Make the empty roster (名册) of a campaign, or check one that was filled in."),
)
def units() -> None:
    """``docgen units``."""


@units.command(
    short_help=_("Write the empty roster to fill in."),
    help=_(
        "Write the empty roster of CAMPAIGN as an Excel file: a column for all that its forms are filled in from, "
        "with help and lists to choose from."
    ),
)
@click.argument("campaign", metavar=_("CAMPAIGN"))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Where to; by default <id>.units.xlsx in this folder."),
)
@click.option("--all-fields", is_flag=True, help=_("With a column for every field of the forms."))
@click.option("--force", is_flag=True, help=_("Write over a file that is there."))
def template(campaign: str, out: Path | None, all_fields: bool, force: bool) -> Exit:
    """``docgen units template``."""
    from docgen.workflow.prepare import prepare
    from docgen.workflow.units import campaign_of, write_template

    path = write_template(prepare(campaign_of(campaign)), out, force, all_fields)
    console.say(_("{file}: fill in a row for each unit").format(file=path))
    return Exit.OK


@units.command(
    short_help=_("Check a roster."),
    help=_(
        "Check every row of the roster of CAMPAIGN (which may be left out where there is but one): each fault with its "
        "row, column and value. Rows that fail are written to a workbook, to be corrected there."
    ),
)
@click.argument("campaign", required=False, metavar=_("[CAMPAIGN]"))
@click.option(
    "--units",
    "roster",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("The roster (.xlsx, .xls, .csv, .yaml; FILE#SHEET for one sheet); by default units: of the campaign."),
)
@click.option(
    "--failed",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Where rows that fail are written; by default output/<id>/failed-rows.xlsx."),
)
@JSON
def check(campaign: str | None, roster: Path | None, failed: Path | None, as_json: bool) -> Exit:
    """``docgen units check``."""
    from docgen.cli import units_report
    from docgen.workflow.failed_rows import FAILED_ROWS
    from docgen.workflow.prepare import prepare
    from docgen.workflow.units import campaign_of, check_units, opened

    reporter = units_report.AsJson() if as_json else units_report.Spoken()
    with reporter.letters():
        prepared = prepare(campaign_of(campaign))
        folder = Path("output") / prepared.loaded.campaign.id
        found = opened(prepared, roster)
        reporter.opened(found)
        reporter.finished(check_units(found, failed or folder / FAILED_ROWS, folder, reporter.fault))
    return reporter.exit_code
