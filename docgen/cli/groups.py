"""Commands and groups of them as docgen has them: usage lines and help pages in the user's language."""

from __future__ import annotations

import click

from docgen.cli.help_page import HelpPage
from docgen.language import _


class Context(click.Context):
    """What a command runs in; its help pages fit Chinese."""

    formatter_class = HelpPage


class Command(click.Command):
    """A command whose usage line is in the user's language."""

    context_class = Context

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **{"options_metavar": _("[OPTIONS]"), **options})  # type: ignore[arg-type]


class Group(click.Group):
    """A group of such commands; without a command it shows its help."""

    context_class = Context
    command_class = Command

    def __init__(self, *args: object, **options: object) -> None:
        words = {
            "options_metavar": _("[OPTIONS]"),
            "subcommand_metavar": _("COMMAND …"),
            "no_args_is_help": True,
        }
        super().__init__(*args, **{**words, **options})  # type: ignore[arg-type]


Group.group_class = Group

JSON = click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object, for programs."))
