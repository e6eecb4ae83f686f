"""``docgen check`` and ``docgen explain``: options, where the report goes, how it ends."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import console
from docgen.cli.groups import Command
from docgen.diagnostics import Exit
from docgen.language import _, ngettext

if TYPE_CHECKING:
    from docgen.lint.finding import Severity
    from docgen.lint.listed import Listed
    from docgen.workflow.check import Wanted

MOST = 5
"""So often one fault of a file is shown on a terminal."""

WIDTH = 100
"""A rule's page is at most so many columns wide."""

FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab")


def rules_named(_ctx: click.Context, _param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The words in ``DOCNO,TIME-004``."""
    return tuple(part.strip() for value in values for part in value.replace("，", ",").split(",") if part.strip())


@click.command(
    cls=Command,
    short_help=_("Find the faults of notices, their annexes and their dates."),
    help=_(
        "Check campaigns, each named by its file or its id, or documents that docgen did not make (.docx, .txt, .pdf); "
        "without arguments everything under data/. Every fault is told with its place and what would do; "
        "docgen explain tells more of a rule."
    ),
)
@click.argument("names", nargs=-1, metavar=_("[CAMPAIGN|FILE]…"))
@click.option("--format", type=click.Choice(FORMATS), default="text", show_default=True, help=_("How it is told."))
@click.option(
    "--out", type=click.Path(path_type=Path), metavar=_("FILE"), help=_("Where to; by default it is printed.")
)
@click.option(
    "--select",
    multiple=True,
    callback=rules_named,
    metavar=_("RULES"),
    help=_("These rules alone, as DOCNO,TIME-004; groups, codes or names."),
)
@click.option("--ignore", multiple=True, callback=rules_named, metavar=_("RULES"), help=_("All rules but these."))
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info"]),
    help=_("End with 1 from this severity on; by default error."),
)
@click.option("--fix", is_flag=True, help=_("Mend what is mechanical in the YAML, and show what was changed."))
@click.option("--diff", "show_only", is_flag=True, help=_("Only show what --fix would change."))
@click.option("--all", "everything", is_flag=True, help=_("Show a fault however often a file has it."))
@click.option("--quiet", is_flag=True, help=_("Say nothing if there is no fault."))
def check(
    names: tuple[str, ...],
    format: str,
    out: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: Severity | None,
    fix: bool,
    show_only: bool,
    everything: bool,
    quiet: bool,
) -> Exit:
    """``docgen check``."""
    from dataclasses import replace

    from docgen.lint.choice import Choice
    from docgen.lint.report import writer
    from docgen.lint.report.report import crash_letter
    from docgen.workflow.check import check as checked
    from docgen.workflow.check import wanted

    what = wanted(names, Choice(select, ignore, fail_on))
    if fix or show_only:
        # What a program reads is its report alone.
        _mend(what, show_only, quiet, to_stderr=format != "text" and out is None)
    result = checked(what, colour=out is None and format == "text" and console.in_colour())
    text = writer(format)(replace(result.report, most=None if everything else MOST))
    if out:
        _write(out, text)
    elif not (quiet and format == "text" and not result.report.findings):
        console.say(text.rstrip("\n")) if text else None
    for one in result.report.broken:
        console.warn(crash_letter(one))
    if result.report.broken:
        console.own_up("\n".join(one.trace for one in result.report.broken))
    return result.code


def _mend(what: Wanted, show_only: bool, quiet: bool, to_stderr: bool) -> None:
    from docgen.workflow.mend import difference, mend, mendings

    made = mendings(what) if show_only else mend(what)
    if quiet:
        return
    tell = console.warn if to_stderr else console.say
    for one in made:
        for line in difference(one):
            tell(console.safe(line))
    number = sum(one.count for one in made)
    if show_only:
        said = ngettext("{n} place would be mended", "{n} places would be mended", number)
    else:
        said = ngettext("{n} place mended", "{n} places mended", number)
    tell(said.format(n=number))


def _write(out: Path, text: str) -> None:
    from docgen.world.files import write_all

    write_all(out.parent, {out.name: text.encode()})


# ---------------------------------------------------------------- a rule's page


@click.command(
    cls=Command,
    short_help=_("Tell what a rule of docgen check is about."),
    help=_("Print the page of a rule, named by its code or its name; of a group, or of all, a line each."),
)
@click.argument("rule", required=False, metavar=_("[RULE]"))
def explain(rule: str | None) -> Exit:
    """``docgen explain``."""
    from docgen.lint.choice import rule_meant
    from docgen.lint.rules import BY_CODE, BY_NAME, RULES

    word = (rule or "").strip()
    one = BY_CODE.get(word.upper()) or BY_NAME.get(word.lower())
    if one:
        console.say(_page(one))
        return Exit.OK
    group = [other for other in RULES if not word or other.code.startswith(f"{word.upper()}-")]
    if not group:
        message = _('"{word}" is neither a rule nor a group of rules')
        hint = rule_meant(word, RULES)
        raise click.UsageError(_("{message}; {hint}").format(message=message.format(word=word), hint=hint))
    for other in group:
        console.say(f"{other.rule.code:10} {other.rule.title}（{other.rule.name}）")
    return Exit.OK


def _page(one: Listed) -> str:
    import shutil

    from docgen.cli.help_page import broken
    from docgen.lint.rule import paragraphs

    rule = one.rule
    severity = {"error": _("error"), "warning": _("warning"), "info": _("hint")}[rule.severity]
    facts = [
        (_("severity"), severity),
        (_("source"), f"{rule.source}（{rule.tier}）"),
        (_("wrong"), rule.bad),
        (_("right"), rule.good),
        (_("mended by --fix"), _("yes") if rule.fixes else _("no")),
    ]
    width = min(shutil.get_terminal_size().columns, WIDTH)
    lines = [f"{rule.code} {rule.name}", rule.title, ""]
    for paragraph in paragraphs(one.page):
        lines += [*broken(paragraph, width), ""]
    return "\n".join([*lines, *(_("{name}: {value}").format(name=name, value=value) for name, value in facts)])
