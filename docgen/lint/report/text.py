"""For a person: each finding with its line and a caret, grouped by file, counted at the end."""

from __future__ import annotations

import functools
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from docgen.diagnostics import Place
from docgen.language import _, ngettext
from docgen.lint.finding import SEVERITIES, Finding, Severity
from docgen.lint.fix import fixable
from docgen.lint.report.report import Report

_COLOURS: dict[Severity, str] = {"error": "31", "warning": "33", "info": "36"}
_AROUND = 30
"""So many characters before and behind the words are shown of a long paragraph."""

_LONGEST = 34
"""So many of the words themselves: where a whole paragraph is meant, its beginning tells which."""


def text(report: Report) -> str:
    """The whole report, ending in a line break."""
    lines: list[str] = []
    file = None
    shown: Counter[tuple[str, str]] = Counter()
    for finding in report.findings:
        if lines and file != finding.place.file:
            lines += [*_more(file, shown, report.most), ""]
        file = finding.place.file
        shown[file, finding.code] += 1
        if report.most is None or shown[file, finding.code] <= report.most:
            lines += _told(finding, report.colour)
    lines += _more(file, shown, report.most)
    lines += [""] * bool(lines) + list(_sums(report))
    return "\n".join([*lines, *report.notes]) + "\n"


def _more(file: str | None, shown: Counter[tuple[str, str]], most: int | None) -> Iterator[str]:
    """How much was left out of a file, rule by rule: the same fault a hundred times over would bury the others."""
    for (name, code), number in shown.items():
        if most is not None and name == file and number > most:
            left = number - most
            said = ngettext(
                "{file}: {n} more of {code} (--all shows it)", "{file}: {n} more of {code} (--all shows them)", left
            )
            yield said.format(file=name, n=left, code=code)


def _told(finding: Finding, colour: bool) -> Iterator[str]:
    words = {"error": _("error"), "warning": _("warning"), "info": _("hint")}[finding.severity]
    mark = " [*]" if fixable([finding]) else ""
    head = _painted(f"{words}[{finding.code}]", _COLOURS[finding.severity], colour)
    yield f"{_painted(str(finding.place), '1', colour)}: {head}{mark} {finding.hit.message}"
    yield from _excerpt(finding, colour)
    if finding.hit.hint:
        yield f"    = {finding.hit.hint}"


def _excerpt(finding: Finding, colour: bool) -> Iterator[str]:
    """The line as it stands in the file, else as it is printed, and what is meant of it underlined."""
    spot = _spot(finding)
    if spot is None:
        return
    shown, before, width = _cut(*spot)
    yield f"    | {shown}"
    if width:
        yield "    | " + " " * before + _painted("^" * width, _COLOURS[finding.severity], colour)


def _spot(finding: Finding) -> tuple[str, int, int] | None:
    """A line, where the words begin in it (from 0), and how long they are."""
    passage, place, words = finding.hit.passage, finding.place, finding.words
    line = _line(place)
    if line is not None and place.column is not None:
        start = place.column - 1
        if passage is None or (words and line.startswith(words, start)):
            return line, start, len(words)
    return None if passage is None else (passage.text, finding.hit.start, len(words))


def _cut(line: str, start: int, length: int) -> tuple[str, int, int]:
    """What is shown of the line, and in columns of a terminal what stands before the words and how wide they are."""
    first = max(0, start - _AROUND)
    last = min(len(line), start + length + _AROUND)
    lead, words, rest = line[first:start], line[start : start + length], line[start + length : last]
    if length > _LONGEST:
        words, rest, last = f"{words[:_LONGEST]}…", "", len(line)
    lead = f"…{lead}" if first else lead.lstrip()
    return lead + words + rest + ("…" if last < len(line) else ""), _width(lead), _width(words)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text)


def _line(place: Place) -> str | None:
    if Path(place.file).suffix.lower() not in (".yaml", ".yml", ".txt", ".md", ".csv"):
        return None
    lines = _lines(place.file)
    return lines[place.line - 1] if place.line and place.line <= len(lines) else None


@functools.lru_cache(maxsize=64)
def _lines(file: str) -> tuple[str, ...]:
    try:
        return tuple(Path(file).read_text(encoding="utf-8-sig").split("\n"))
    except (OSError, UnicodeDecodeError):
        return ()


def _painted(words: str, colour: str, wanted: bool) -> str:
    return f"\x1b[{colour}m{words}\x1b[0m" if wanted else words


# ---------------------------------------------------------------- the end


def _sums(report: Report) -> Iterator[str]:
    number = len(report.checked)
    checked = ngettext("{n} document checked", "{n} documents checked", number).format(n=number)
    if report.findings:
        sums = _(", ").join(count for count in (_counted(one, report.count(one)) for one in SEVERITIES) if count)
        yield _("{checked}: {sums}").format(checked=checked, sums=sums)
        codes = Counter(finding.code for finding in report.findings)
        most = sorted(codes.items(), key=lambda entry: (-entry[1], entry[0]))
        yield "  " + _(", ").join(f"{code} ×{count}" if count > 1 else code for code, count in most)
    else:
        yield _("{checked}: no fault found").format(checked=checked)
    if report.allowed:
        yield ngettext("{n} more is allowed", "{n} more are allowed", report.allowed).format(n=report.allowed)
    if number := len(fixable(report.findings)):
        yield _("[*] {n} can be mended: --fix").format(n=number)


def _counted(severity: Severity, number: int) -> str:
    if not number:
        return ""
    match severity:
        case "error":
            return ngettext("{n} error", "{n} errors", number).format(n=number)
        case "warning":
            return ngettext("{n} warning", "{n} warnings", number).format(n=number)
        case "info":
            return ngettext("{n} hint", "{n} hints", number).format(n=number)
