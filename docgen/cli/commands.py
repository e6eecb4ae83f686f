"""The commands, as one types them: their options, their help. What each does is in ``docgen.workflow``.

Only click is imported at the top: ``docgen --help`` has to be there at once.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

import docgen as package
from docgen.cli import console
from docgen.cli.check_command import check, explain
from docgen.cli.diff_command import diff
from docgen.cli.groups import JSON, Group
from docgen.cli.new_command import new
from docgen.cli.options import formats_named
from docgen.cli.units_commands import units
from docgen.diagnostics import DocgenError, Exit
from docgen.language import _
from docgen.workflow.formats import ANNEX_FORMATS, FORMATS
from docgen.world.file_problems import narrow_names_problem

if TYPE_CHECKING:
    from docgen.workflow.schema import Kind


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=_("Official notices (通知) and their annex forms (附件) from one YAML description of a campaign."),
    epilog=_(
        "Exit codes: 0 fine, 1 findings or differences, 2 usage, 3 campaign, 4 template, 5 missing program or font, "
        "70 a bug in docgen, 130 interrupted."
    ),
)
@click.version_option(package.__version__, prog_name="docgen")
def docgen() -> None:
    """The command itself."""
    if problem := narrow_names_problem():
        raise DocgenError(problem, Exit.MISSING)


@docgen.command(
    short_help=_("Build notices and annex forms."),
    help=_(
        "Build the notice and all annex forms of campaigns, each named by its file or its id; "
        "without arguments everything under data/. What has not changed is not built again."
    ),
)
@click.argument("campaigns", nargs=-1, metavar=_("[CAMPAIGN]…"))
@click.option(
    "--format",
    "formats",
    multiple=True,
    callback=formats_named,
    metavar=",".join(FORMATS),
    help=_("Formats to build, separated by commas; all by default."),
)
@click.option(
    "--engine",
    type=click.Choice(["auto", "typst", "libreoffice"]),
    default="auto",
    show_default=True,
    help=_("What makes the PDF."),
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("output"),
    metavar=_("FOLDER"),
    show_default=True,
    help=_("Where to; each campaign gets a folder of its own there."),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar=_("N"),
    help=_("Build with N processes, each on one core; by default with all cores that pay."),
)
@click.option(
    "--units",
    "roster",
    type=click.Path(path_type=Path),
    metavar=_("FILE"),
    help=_("Fill in the forms for every unit of this roster, too; by default units: of the campaign."),
)
@click.option(
    "--zip",
    "archives",
    type=click.Choice(["unit", "all"]),
    help=_("Pack the units' files, too: one archive for each unit, or one for all."),
)
@click.option("--explain", is_flag=True, help=_("Say why units' files are made, and how."))
@click.option("--force", is_flag=True, help=_("Build again what has not changed, too."))
@click.option("--quiet", is_flag=True, help=_("Say nothing but what is wrong."))
@JSON
def build(
    campaigns: tuple[str, ...],
    formats: tuple[str, ...],
    engine: Literal["auto", "typst", "libreoffice"],
    out: Path,
    jobs: int | None,
    roster: Path | None,
    archives: Literal["unit", "all"] | None,
    explain: bool,
    force: bool,
    quiet: bool,
    as_json: bool,
) -> Exit:
    """``docgen build``."""
    from docgen.cli import build_report
    from docgen.cli.build_progress import progress
    from docgen.workflow.build import build as build_all
    from docgen.workflow.produce import Wish
    from docgen.workflow.select import choose, names_roster
    from docgen.world.clock import source_date_epoch

    wish = Wish(out, formats, engine, force, source_date_epoch(), roster, archives, explain)
    choice = choose(campaigns)
    if roster and len(choice.campaigns) > 1:
        raise click.UsageError(_("--units FILE goes with one campaign; name it"))
    if (roster or archives) and not set(ANNEX_FORMATS).intersection(formats):
        raise click.UsageError(_("units' files are made as docx and pdf; name one of them by --format"))
    if archives and not roster and choice.campaigns and not any(names_roster(one.path) for one in choice.campaigns):
        raise click.UsageError(_("--zip packs the files of units; name their roster by --units"))
    reporter = build_report.Silent() if as_json else build_report.Spoken(quiet, explain)
    reporter.problems(choice.problems)
    report = build_all(choice, wish, jobs, reporter.product, progress(quiet or as_json))
    if as_json:
        console.say(build_report.as_json(report))
    else:
        reporter.summary(report)
    return report.exit_code


@docgen.command(
    short_help=_("Lay out a new project."),
    help=_("Lay out a project in FOLDER (by default this one) that builds at once; overwrites nothing."),
)
@click.argument("folder", default=".", metavar=_("[FOLDER]"), type=click.Path(path_type=Path))
def init(folder: Path) -> Exit:
    """``docgen init``."""
    from docgen.workflow.init import lay_out, next_steps

    made = lay_out(folder)
    for path in made:
        console.say(f"  {path}")
    console.say(next_steps(folder))
    return Exit.OK


@docgen.command(
    short_help=_("Print the JSON schema for editors, or of a report."),
    help=_("Print the JSON schema of campaign files, by which editors complete and check them; or another one."),
)
@click.option("--form", "kind", flag_value="form", help=_("The schema of form.yaml instead."))
@click.option("--check", "kind", flag_value="check", help=_("Of what docgen check --format json prints."))
@click.option("--diff", "kind", flag_value="changes", help=_("Of what docgen diff --format json prints."))
def schema(kind: Kind | None) -> Exit:
    """``docgen schema``."""
    from docgen.workflow.schema import schema_text

    click.echo(schema_text(kind or "campaign"), nl=False)
    return Exit.OK


@docgen.group(short_help=_("See to the fonts of the PDF."), help=_("See to the fonts that the PDF needs."))
def fonts() -> None:
    """``docgen fonts``."""


@fonts.command(
    short_help=_("Fetch free fonts."),
    help=_(
        "Fetch free fonts (Fandol, Noto CJK) from Debian's packages into docgen's own font folder; "
        "neither root nor TeX is needed."
    ),
)
@click.option("--if-needed", is_flag=True, help=_("Only if the fonts that are installed do not do."))
@click.option("--quiet", is_flag=True, help=_("Say nothing but what is wrong."))
def install(if_needed: bool, quiet: bool) -> Exit:
    """``docgen fonts install``."""
    from docgen.workflow.fonts import install_fonts

    installed = install_fonts((lambda _line: None) if quiet else console.say, if_needed)
    if not quiet:
        for path in installed:
            console.say(f"  {path}")
    return Exit.OK


@docgen.command(
    short_help=_("Show fonts and programs, and what is missing."),
    help=_("Show the fonts, PDF engines and templates that a build here uses, and what would do for the rest."),
)
@JSON
def doctor(as_json: bool) -> Exit:
    """``docgen doctor``."""
    from docgen.workflow import doctor as examination

    report = examination.examine()
    console.say(examination.as_json(report) if as_json else examination.report_text(report))
    return report.exit_code


docgen.add_command(check)
docgen.add_command(explain)
docgen.add_command(diff)
docgen.add_command(new)
docgen.add_command(units)
