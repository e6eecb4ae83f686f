"""All that a check has to tell, whatever it is written as."""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePath
from urllib.parse import quote

from docgen.diagnostics import Place, Problem
from docgen.frozen import dataclass
from docgen.language import _
from docgen.lint.finding import SEVERITIES, Finding, Hit, Severity
from docgen.lint.run import Broken

_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning", "note": "info"}


@dataclass(frozen=True)
class Report:
    """``checked``: what was looked at, as the user named it; ``notes``: what was not, and why.

    ``allowed``: so much more was found, and is allowed. ``most``: a person is shown so many of a rule in each file.
    ``fail_on``: from this severity on a finding makes the check fail.
    """

    findings: tuple[Finding, ...]
    broken: tuple[Broken, ...] = ()
    checked: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    allowed: int = 0
    colour: bool = False
    most: int | None = None
    fail_on: Severity = "error"

    def fails(self, one: Finding) -> bool:
        """Whether this finding makes the check fail."""
        return SEVERITIES.index(one.severity) <= SEVERITIES.index(self.fail_on)

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return self._counts[severity]

    @functools.cached_property
    def _counts(self) -> Counter[Severity]:
        return Counter(one.severity for one in self.findings)


def findings_of_problems(problems: Iterable[Problem], name: str) -> tuple[Finding, ...]:
    """Letters about what cannot even be composed, as findings: they have their own codes and no rule."""
    return tuple(
        Finding(one.code, "", _SEVERITIES[one.severity], Hit(one.message, one.place or Place(name), one.hint))
        for one in problems
    )


def crash(one: Broken) -> Finding:
    """A rule that broke as a finding about what it was looking at, for formats that have findings alone."""
    return Finding(one.code, one.name, "error", Hit(crash_letter(one), Place(one.checked)))


def crash_letter(one: Broken) -> str:
    """What is said of a rule that broke."""
    message = _("the rule {code} ({name}) broke on {checked}; the others went on")
    return message.format(code=one.code, name=one.name, checked=one.checked)


def letter(finding: Finding) -> str:
    """Message and hint in one line."""
    hit = finding.hit
    return _("{message}; {hint}").format(message=hit.message, hint=hit.hint) if hit.hint else hit.message


def told(finding: Finding) -> str:
    """The letter; before it where it is, if no line number can say it."""
    where = finding.place.where
    return _("{where}: {letter}").format(where=where, letter=letter(finding)) if where else letter(finding)


def line(finding: Finding) -> int | None:
    """The line of a file that has lines; a Word file has paragraphs and a PDF pages, which ``told`` names."""
    return None if finding.place.where else finding.place.line


def path(file: str | PurePath) -> str:
    """The file's name as services want it: with ``/``, from the folder the check runs in where that is above it."""
    pure = PurePath(file) if isinstance(file, str) else file
    if pure.is_absolute() and pure.is_relative_to(Path.cwd()):
        pure = pure.relative_to(Path.cwd())
    return pure.as_posix()


def uri(file: str | PurePath) -> str:
    """The same as a URI reference (RFC 3986): Chinese, spaces and ``%`` escaped; ``file:///…`` if it is absolute."""
    pure = PurePath(file) if isinstance(file, str) else file
    name = path(pure)
    return pure.as_uri() if type(pure)(name).is_absolute() else quote(name)


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding that stays the same when lines move: of code, file and words, and which one of them.

    No two are alike, since GitLab shows those that are as one.
    """
    import hashlib

    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        passage = finding.hit.passage
        words = f"{passage.text}|{finding.words}" if passage else finding.hit.message
        base = hashlib.sha256(f"{finding.code}|{path(finding.place.file)}|{words}".encode()).hexdigest()
        seen[base] += 1
        names.append(hashlib.sha256(f"{base}|{seen[base]}".encode()).hexdigest()[:32])
    return names


def end_column(finding: Finding) -> int | None:
    """The column behind the last character, where the words stand as they were typed; else None."""
    passage, column = finding.hit.passage, finding.place.column
    if passage is None or column is None or not finding.words:
        return None
    return column + len(finding.words) if passage.is_typed(finding.hit.start, finding.hit.end) else None
