"""A title in lines: as the author broke it (``title_lines``), or else as ``title`` breaks it."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.compose.title import LINE_WIDTH, break_title
from docgen.compose.widths import width_of
from docgen.compose.words import Words
from docgen.diagnostics import Problem
from docgen.language import _
from docgen.sources.source_map import Loc


def lines_of_title(
    title: str, words: Words, by_hand: Sequence[str] = (), loc: Loc = (), width: float = LINE_WIDTH
) -> tuple[str, ...]:
    """The lines of ``title``; those written by hand at ``loc`` must be the title, white space aside.

    Where a value has made one of these too long for the page (another issuer's name), they are broken anew.
    """
    if not by_hand:
        return _broken(title, words, width)
    told = len(words.problems)
    lines = words.lines(by_hand, loc)
    if title and len(words.problems) == told and _close("".join(lines)) != _close(title):
        message = _('title_lines are "{lines}", but the title is "{title}"')
        message = message.format(lines=" / ".join(lines), title=title)
        hint = _("break the title's own words, or leave title_lines out")
        words.problems.append(Problem("T210", message, words.sources.place(loc), hint))
    return _broken(title, words, width) if any(width_of(line) > width for line in lines) else lines


def _broken(title: str, words: Words, width: float) -> tuple[str, ...]:
    offices = (issuer[name] for issuer in words.names["issuers"] for name in ("name", "short"))
    return break_title(title, width, offices)


def _close(text: str) -> str:
    return "".join(text.split())
