"""Errors as letters to the author: the place, what is there, what would do; all of them at once.

``data/tianjin/2020.yaml:12:3: error[C102] deadlines.submission.date: "2020-02-30" is not a date; did you mean
2020-02-29?``

Codes begin with a letter for the part that speaks: ``C`` campaign, ``F`` form, ``T`` template and words, ``W`` outside
world (files, programs, fonts), ``R`` rendering, ``L`` roster (a list of units), ``U`` usage. The number is free but
never changes its meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import Literal

from docgen.frozen import dataclass
from docgen.language import _, listed


class Exit(IntEnum):
    """Exit codes of the command; part of the contract."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    CAMPAIGN = 3
    TEMPLATE = 4
    MISSING = 5
    BUG = 70
    INTERRUPTED = 130


@dataclass(frozen=True)
class Place:
    """Where something was written; ``line`` and ``column`` count from 1, and are None for a whole file.

    A file that is not of lines says in words ``where`` it is (paragraph 12, page 2); ``line`` is that number then.
    """

    file: str
    line: int | None = None
    column: int | None = None
    where: str = ""

    def __str__(self) -> str:
        parts = [self.file, self.where] if self.where else [self.file, self.line, self.column]
        return ":".join(str(part) for part in parts if part is not None)


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: ``message`` says where in the author's words and what is there, ``hint`` a way out."""

    code: str
    message: str
    place: Place | None = None
    hint: str = ""
    severity: Literal["error", "warning", "note"] = "error"

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        names = {"error": _("error"), "warning": _("warning"), "note": _("note")}
        words = _("{message}; {hint}").format(message=self.message, hint=self.hint) if self.hint else self.message
        return f"{where}{names[self.severity]}[{self.code}] {words}"


class DocgenError(Exception):
    """Something the user can mend. Carries every problem found and the exit code of its kind."""

    def __init__(self, problems: Problem | Iterable[Problem], exit_code: Exit = Exit.CAMPAIGN) -> None:
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        self.exit_code = exit_code
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Sequence[str]) -> str | None:
    """The known word that ``word`` was probably meant to be, or None."""
    import difflib

    found = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """A hint naming the nearest known word, or all of them if none is near."""
    guess = nearest(word, known)
    if guess:
        return _("did you mean {guess}?").format(guess=guess)
    return _("known are: {known}").format(known=listed(known)) if known else ""
