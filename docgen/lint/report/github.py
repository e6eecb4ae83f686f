"""Workflow commands, which GitHub shows as annotations on the lines they name."""

from __future__ import annotations

from docgen.lint.finding import Finding, Severity
from docgen.lint.report.report import Report, crash, end_column, line, path, told

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def github(report: Report) -> str:
    """One line a finding; nothing if there is none. Rules that broke come first: only ten of each kind are shown."""
    return "".join(f"{_command(one)}\n" for one in [*map(crash, report.broken), *report.findings])


def _command(one: Finding) -> str:
    properties = {
        "file": path(one.place.file),
        "line": line(one),
        "col": one.place.column,
        "endColumn": end_column(one),
        "title": f"{one.code} {one.name}".strip(),
    }
    given = ",".join(f"{key}={_escaped(str(value), ':,')}" for key, value in properties.items() if value)
    return f"::{_COMMANDS[one.severity]} {given}::{_escaped(told(one))}"


def _escaped(text: str, more: str = "") -> str:
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
