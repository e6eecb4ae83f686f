"""``docgen diff``: options, where the result goes, how it ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from docgen.cli import console
from docgen.cli.groups import Command
from docgen.diagnostics import Exit, did_you_mean
from docgen.language import _

if TYPE_CHECKING:
    from docgen.diff.changes import Kind
    from docgen.diff.readers.report import Reader

FORMATS = ("text", "md", "html", "json", "docx", "pdf")
ENDINGS = {".txt": "text", ".htm": "html", **{f".{name}": name for name in FORMATS}}
FILES = ("docx", "pdf")
"""Formats that no terminal can show."""


def kinds_named(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> frozenset[Kind]:
    """The kinds in ``deadline,quota-changed``; ``deadline`` is all that begins so."""
    from docgen.diff.changes import KINDS

    found: set[Kind] = set()
    for word in (part.strip() for value in values for part in value.replace("，", ",").split(",") if part.strip()):
        named = {kind for kind in KINDS if kind == word or kind.startswith(f"{word}-")}
        if not named:
            message = _('"{word}" is not a kind of change; {hint}')
            raise click.BadParameter(message.format(word=word, hint=did_you_mean(word, list(KINDS))))
        found |= named
    return frozenset(found)


@click.command(
    cls=Command,
    short_help=_("Show what changed from one notice to another."),
    help=_(
        "Compare two campaigns, each named by its file or its id, or two Word files: what changed, each edit once, and "
        "both texts clause by clause; for the leader, the clerk or the applicant."
    ),
)
@click.argument("old", metavar=_("OLD"))
@click.argument("new", metavar=_("NEW"))
@click.option(
    "--format", type=click.Choice(FORMATS), help=_("The format; by default that of --out's ending, else text.")
)
@click.option(
    "--reader",
    type=click.Choice(["leader", "clerk", "applicant", "all"]),
    default="all",
    help=_("For whom: one page for the leader, both texts for the clerk, what to do for the applicant."),
)
@click.option(
    "--out", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to; by default it is printed.")
)
@click.option("--force", is_flag=True, help=_("Write over FILE if it is there."))
@click.option(
    "--marks",
    type=click.Choice(["tracked", "struck"]),
    default="tracked",
    help=_("In Word: tracked changes (修订稿), or struck and underlined text (花脸稿)."),
)
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    callback=kinds_named,
    metavar=_("KIND"),
    help=_("These changes alone, as deadline or deadline-moved; several separated by commas."),
)
@click.option("--exit-code", is_flag=True, help=_("End with 1 if anything changed."))
def diff(
    old: str,
    new: str,
    format: str | None,
    reader: Reader,
    out: Path | None,
    force: bool,
    marks: Literal["tracked", "struck"],
    kinds: frozenset[Kind],
    exit_code: bool,
) -> Exit:
    """``docgen diff``."""
    from docgen.workflow.compare import Wanted, compare_files, write_out
    from docgen.world.clock import source_date_epoch

    format = format or ENDINGS.get(out.suffix.lower() if out else "", "text")
    if out is None and format in FILES:
        raise click.UsageError(_("--format {format} needs a file: --out FILE.{format}").format(format=format))
    wanted = Wanted(format, reader, kinds, out is None and console.in_colour(), marks, source_date_epoch())
    compared = compare_files(old, new, wanted)
    console.complain(compared.notes)
    if out:
        write_out(out, compared, force)
    elif compared.differ or format != "text":
        console.say(compared.data.decode().rstrip("\n"))
    else:
        console.warn(_("nothing changed"))
    return Exit.FINDINGS if exit_code and compared.differ else Exit.OK
