"""All that a check has to tell, whatever it is written as."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath

from docgen.diagnostics import Place, Problem
from docgen.lint.finding import Finding, Hit, Severity
from docgen.lint.run import Broken

_SEVERITIES: dict[str, Severity] = {"error": "error", "warning": "warning", "note": "info"}


@dataclass(frozen=True)
class Report:
    """``checked``: what was looked at, as the user named it; ``notes``: what was not, and why.

    ``allowed``: so much more was found, and is allowed. ``most``: a person is shown so many of a rule in each file.
    """

    findings: tuple[Finding, ...]
    broken: tuple[Broken, ...] = ()
    checked: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    allowed: int = 0
    colour: bool = False
    most: int | None = None

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


def told(finding: Finding) -> str:
    """Message and hint in one line."""
    return f"{finding.hit.message}; {finding.hit.hint}" if finding.hit.hint else finding.hit.message


def uri(file: str) -> str:
    """The file's name as services want it: with ``/``, from the folder the check runs in where that is above it."""
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return PurePath(path).as_posix()


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A name for each finding that stays the same when lines move: of code, file and words, and which one of them."""
    seen: Counter[str] = Counter()
    names = []
    for finding in findings:
        passage = finding.hit.passage
        words = f"{passage.text}|{finding.words}" if passage else finding.hit.message
        base = hashlib.sha256(f"{finding.code}|{uri(finding.place.file)}|{words}".encode()).hexdigest()
        seen[base] += 1
        names.append(hashlib.sha256(f"{base}|{seen[base]}".encode()).hexdigest()[:32])
    return names


def end_column(finding: Finding) -> int | None:
    """The column behind the last character, where the words stand as they were typed; else None."""
    passage, column = finding.hit.passage, finding.place.column
    if passage is None or column is None or not finding.words:
        return None
    return column + len(finding.words) if passage.is_typed(finding.hit.start, finding.hit.end) else None
