"""GitLab's code quality report: a JSON list."""

from __future__ import annotations

import json
from typing import Any

from docgen.lint.finding import Finding, Severity
from docgen.lint.report.report import Report, fingerprints, line, path, told

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(report: Report) -> str:
    """A list with an entry for each finding; empty if there is none."""
    names = fingerprints(report.findings)
    entries = [_entry(one, name) for one, name in zip(report.findings, names, strict=True)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(one: Finding, name: str) -> dict[str, Any]:
    return {
        "description": f"{one.code}: {told(one)}",
        "check_name": one.code,
        "fingerprint": name,
        "severity": _SEVERITIES[one.severity],
        "location": {"path": path(one.place.file), "lines": {"begin": line(one) or 1}},
    }
