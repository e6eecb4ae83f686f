"""Speaking to the user: reports to stdout, letters to stderr; colour on a terminal only."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable

from docgen.diagnostics import Problem
from docgen.language import _

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}

UNPRINTABLE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
"""What a letter may quote from a file, but must not send to a terminal: controls and turns of direction."""


def set_up() -> None:
    """Makes streams that cannot show a character show its number: no message may fail for its own words."""
    import io

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """``text`` to stdout."""
    import click

    click.echo(text, color=_colour())


def complain(problems: Iterable[Problem]) -> None:
    """Each problem to stderr, in a line of its own."""
    for problem in problems:
        warn(styled(problem))


def warn(text: str) -> None:
    """``text`` to stderr."""
    import click

    click.echo(text, err=True, color=_colour())


def styled(problem: Problem) -> str:
    """The problem as it reads anywhere, its place in bold and its severity in colour."""
    import click

    place = f"{problem.place}: " if problem.place else ""
    words = safe(str(problem))
    head, bracket, rest = words.removeprefix(safe(place)).partition("]")
    return click.style(safe(place), bold=True) + click.style(head + bracket, fg=COLOURS[problem.severity]) + rest


def safe(text: str) -> str:
    """``text`` with control characters as ``\\u001b``."""
    return re.sub(UNPRINTABLE, lambda found: f"\\u{ord(found[0]):04x}", text)


def own_up(traceback: str) -> None:
    """The letter about a bug; how it came about only for those who ask with ``DOCGEN_DEBUG=1``."""
    import click

    error = safe(traceback.strip().splitlines()[-1])
    warn(click.style(_("This is a bug in docgen, not in your files: {error}").format(error=error), fg="red"))
    if os.environ.get("DOCGEN_DEBUG") == "1":
        warn(traceback)
    else:
        warn(_("Please report it with the command and what DOCGEN_DEBUG=1 makes it print."))


def in_colour() -> bool:
    """Whether a report that paints itself may do so: on a terminal, unless NO_COLOR forbids it."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _colour() -> bool | None:
    """False: never; None: click looks whether it writes to a terminal."""
    return False if os.environ.get("NO_COLOR") else None
