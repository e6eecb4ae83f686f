"""Allowances: one place where one rule is not to speak, with the reason.

    deadlines: {submission: {date: 2026-04-11}}   # docgen: allow TIME-004 已与省厅商定
    # docgen: allow TIME-004 已与省厅商定              (a line of its own: for the line below)
    {# docgen: allow WORD-001 引自原文 #}             (within the body, where # would be text)
    allow: [{code: TIME-004, at: deadlines.submission.date, reason: 已与省厅商定}]

Several rules are separated by commas; a rule is named by its code or its name. One that silences nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from docgen.diagnostics import Place
from docgen.frozen import dataclass
from docgen.lint.finding import Finding
from docgen.lint.pattern import Pattern

if TYPE_CHECKING:
    from docgen.lint.reading import Reading

_NAME = r"[A-Za-z][A-Za-z0-9\-]*"
_MARK = Pattern(
    r"(?m)(?P<open>#|\{#)\s*docgen\s*[:：]\s*allow\b[ \t]*"
    rf"(?P<codes>(?:{_NAME}(?:\s*[,，、]\s*)?)*)(?P<reason>[^#\n]*?)\s*"
    r"(?:#\}|(?=#)|$)"
)


@dataclass(frozen=True)
class Allowance:
    """``codes`` as written; ``lines``: the lines of the file that it is for; or ``words``: those it is for."""

    codes: tuple[str, ...]
    place: Place
    reason: str = ""
    lines: frozenset[int] = frozenset()
    words: str = ""

    def covers(self, finding: Finding) -> bool:
        """Whether it is for this finding."""
        if not {finding.code, finding.name} & set(self.codes):
            return False
        if self.words:
            passage = finding.hit.passage
            return passage is not None and self.words in passage.text
        return finding.place.file == self.place.file and finding.place.line in self.lines


def allowances_in(text: str, file: str) -> Iterator[Allowance]:
    """Those written as comments in a file."""
    if "docgen" not in text:
        return
    lines = text.split("\n")
    for match in _MARK.finditer(text):
        number = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1)
        codes = tuple(part.strip() for part in re.split(r"[,，、]", match["codes"]) if part.strip())
        alone = not lines[number - 1][:column].strip()
        covered = _next_line(lines, number) if alone else number
        yield Allowance(codes, Place(file, number, column + 1), match["reason"].strip(), frozenset({number, covered}))


def _next_line(lines: Sequence[str], number: int) -> int:
    """The first line behind line ``number`` that says something; from 1."""
    for later in range(number, len(lines)):
        line = lines[later].strip()
        if line and not line.startswith("#") and not (line.startswith("{#") and line.endswith("#}")):
            return later + 1
    return number


def allowances_of(reading: Reading) -> tuple[Allowance, ...]:
    """Those of a campaign, of its body's file and of its own forms."""
    loaded = reading.loaded
    if loaded is None:
        return ()
    from docgen.sources.text_file import read_text

    files = dict.fromkeys([*loaded.inputs, *(form.path for form in reading.forms.values())])
    written = [allowance for file in files for allowance in allowances_in(read_text(file), str(file))]
    return (*written, *_listed(reading))


def _listed(reading: Reading) -> Iterator[Allowance]:
    """Those under ``allow:``; ``at`` is a key of the campaign, or words of the line that is meant."""
    loaded = reading.loaded
    if loaded is None:
        return
    sources = loaded.sources
    for index, entry in enumerate(loaded.campaign.allow):
        place = sources.place(("allow", index))
        loc = tuple(int(part) if part.isdecimal() else part for part in entry.at.split("."))
        if loc in sources.values:
            line = sources.place(loc).line
            yield Allowance((entry.code,), place, entry.reason, frozenset({line} if line else ()))
        else:
            yield Allowance((entry.code,), place, entry.reason, words=entry.at)


def sifted(
    findings: Iterable[Finding], allowances: Sequence[Allowance]
) -> tuple[list[Finding], list[tuple[Finding, Allowance]]]:
    """What is still to be told, and what is allowed with its allowance."""
    told: list[Finding] = []
    silenced: list[tuple[Finding, Allowance]] = []
    for finding in findings:
        allowance = next((one for one in allowances if one.covers(finding)), None)
        if allowance:
            silenced.append((finding, allowance))
        else:
            told.append(finding)
    return told, silenced
