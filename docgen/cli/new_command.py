"""``docgen new``: options, and the questions asked on a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from docgen.cli import console
from docgen.cli.groups import Command
from docgen.diagnostics import DocgenError, Exit
from docgen.language import _

if TYPE_CHECKING:
    from docgen.years.outcomes import Decision


@click.command(
    cls=Command,
    short_help=_("Make next year's campaign from last year's."),
    help=_(
        "Write DEST, next year's campaign, from last year's: the year moves, dates are proposed by rule, what is valid "
        "only once is emptied. What is left to decide is asked for on a terminal, and marked # TODO(docgen) in the "
        "file; while one is open, whatever is built is marked 草稿. Forms that bear the year in their name become "
        "next year's own, beside DEST."
    ),
)
@click.argument("dest", metavar="DEST", type=click.Path(path_type=Path))
@click.option("--from", "source", required=True, metavar=_("CAMPAIGN"), help=_("Last year's campaign, file or id."))
@click.option("--year", required=True, type=int, metavar=_("YEAR"), help=_("The year to come."))
@click.option(
    "--set",
    "settings",
    multiple=True,
    metavar=_("KEY=VALUE"),
    help=_("A value, as deadlines.submission.date=2024-03-15; several times."),
)
@click.option("--yes", is_flag=True, help=_("Take all proposals without asking."))
@click.option("--keep-forms", is_flag=True, help=_("Go on using last year's forms."))
@click.option("--base", metavar=_("CAMPAIGN"), help=_("The superior's campaign of last year, to merge its changes."))
@click.option("--theirs", metavar=_("CAMPAIGN"), help=_("The superior's campaign of the year to come."))
@click.option("--force", is_flag=True, help=_("Write over DEST if it is there."))
@click.option("--quiet", is_flag=True, help=_("Say nothing but what is wrong."))
def new(
    dest: Path,
    source: str,
    year: int,
    settings: tuple[str, ...],
    yes: bool,
    keep_forms: bool,
    base: str | None,
    theirs: str | None,
    force: bool,
    quiet: bool,
) -> Exit:
    """``docgen new``."""
    from docgen.cli.new_report import report
    from docgen.workflow.new import Order, make_next_year

    if (base is None) != (theirs is None):
        raise click.UsageError(_("--base and --theirs go together: the superior's campaigns of both years"))
    others = (_campaign(word) if word else None for word in (base, theirs))
    order = Order(dest, _campaign(source), year, _answers(settings), yes, force, keep_forms, *others)
    made = make_next_year(order, None if yes or not _on_a_terminal() else _asked)
    if not quiet:
        for line in report(made):
            console.say(line)
    console.complain(one for one in made.problems if not quiet or one.severity != "note")
    return Exit.OK


def _campaign(word: str) -> Path:
    """The campaign named by file or id. Raises DocgenError (exit 3)."""
    from docgen.workflow.select import choose

    choice = choose([word])
    if choice.problems:
        raise DocgenError(choice.problems, Exit.CAMPAIGN)
    return choice.campaigns[0].path


def _answers(settings: Sequence[str]) -> dict[str, str]:
    pairs = [setting.partition("=") for setting in settings]
    if wrong := [setting for setting, (_key, sign, _value) in zip(settings, pairs, strict=True) if not sign]:
        message = _("--set {setting}: write KEY=VALUE, as issued=2024-03-01")
        raise click.UsageError(message.format(setting=wrong[0]))
    return {key.strip(): value.strip() for key, _sign, value in pairs}


# ---------------------------------------------------------------- asking


def _on_a_terminal() -> bool:
    import sys

    return sys.stdin.isatty() and sys.stdout.isatty()


def _asked(decisions: Sequence[Decision]) -> Mapping[str, str]:
    """The answers; Enter keeps the proposal, or leaves open what has none."""
    console.say(_("Enter keeps what stands in brackets, and leaves open what has nothing there."))
    answers = {decision.key: _answer(decision) for decision in decisions}
    return {key: answer for key, answer in answers.items() if answer}


def _answer(decision: Decision) -> str:
    from docgen.cli.new_report import about

    console.say(about(decision))
    while True:
        text: str = click.prompt(
            decision.key, default=decision.proposal, show_default=bool(decision.proposal), type=str
        ).strip()
        if not (letter := _wrong(decision, text)):
            return text
        console.say(letter)


def _wrong(decision: Decision, text: str) -> str:
    """Why this is no answer; empty if it is one."""
    import datetime

    if decision.kind != "day" or not text:
        return ""
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return _('"{text}" is not a date; write it as 2024-03-01').format(text=text)
    return ""
