"""click's own words (``Usage:``, ``Options``, ``No such option``) in the user's language.

click asks Python's ``gettext`` module for them. While the command runs, that module is pointed at docgen's
catalogue, into which Babel takes the words from the list below.
"""

from __future__ import annotations

import contextlib
import gettext
import os
from collections.abc import Iterator

from docgen.language import LOCALE_FOLDER, language


def _(message: str) -> str:
    """Marks a literal for the catalogue; click itself looks it up."""
    return message


def ngettext(singular: str, plural: str, n: int) -> tuple[str, str]:
    """Marks a singular and its plural for the catalogue."""
    return singular, plural


WORDS = (
    _("%(prog)s, version %(version)s"),
    _("Aborted!"),
    _("Choose from:\n\t{choices}"),
    _("Commands"),
    _("Error: {message}"),
    _("Invalid value for {param_hint}: {message}"),
    _("Invalid value: {message}"),
    _("Missing argument"),
    _("Missing command."),
    _("Missing option"),
    _("No such command {name!r}."),
    _("No such option {name!r}."),
    _("No such option: {name}"),
    _("Option {name!r} does not take a value."),
    _("Options"),
    _("Show the version and exit."),
    _("Show this message and exit."),
    _("Try '{command} {option}' for help."),
    _("Usage:"),
    _("default: {default}"),
    _("required"),
    _("{value!r} is not a valid {number_type}."),
    _("{value} is not in the range {range}."),
    ngettext("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)", 1),
    ngettext("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})", 1),
    ngettext("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments.", 1),
    ngettext("{value!r} is not {choice}.", "{value!r} is not one of {choices}.", 1),
)


@contextlib.contextmanager
def in_our_language() -> Iterator[None]:
    """click speaks as docgen does; afterwards everything is as it was."""
    before, domain = os.environ.get("LANGUAGE"), gettext.textdomain()
    gettext.bindtextdomain("docgen", str(LOCALE_FOLDER))
    gettext.textdomain("docgen")
    os.environ["LANGUAGE"] = "zh_CN" if language() == "zh" else "en"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if before is None:
            os.environ.pop("LANGUAGE", None)
        else:
            os.environ["LANGUAGE"] = before
