"""GitLab's code quality report: a JSON list."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from docgen.lint.finding import Finding, Severity
from docgen.lint.report.report import Report, crash, fingerprints, line, path, told

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(report: Report) -> str:
    """A list with an entry for each rule that broke and each finding; empty if there is none."""
    crashes = [crash(one) for one in report.broken]
    entries = [_entry(one, name) | {"severity": "blocker"} for one, name in _named(crashes)]
    entries += [_entry(one, name) for one, name in _named(report.findings)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _named(findings: Sequence[Finding]) -> Iterator[tuple[Finding, str]]:
    return zip(findings, fingerprints(findings), strict=True)


def _entry(one: Finding, name: str) -> dict[str, Any]:
    return {
        "description": f"{one.code}: {told(one)}",
        "check_name": one.code,
        "fingerprint": name,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": path(one.place.file), "lines": {"begin": line(one) or 1}},
    }
