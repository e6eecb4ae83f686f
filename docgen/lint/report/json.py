"""For programs: schemas/check.schema.json describes it."""

from __future__ import annotations

import json
from typing import Any

import docgen
from docgen.lint.finding import SEVERITIES, Finding
from docgen.lint.report.report import Report, end_column, path


def json_text(report: Report) -> str:
    """One JSON object."""
    summary: dict[str, int] = {one: report.count(one) for one in SEVERITIES}
    value = {
        "docgen": docgen.__version__,
        "checked": [path(name) for name in report.checked],
        "findings": [_finding(one) for one in report.findings],
        "broken": [{"code": one.code, "name": one.name, "checked": path(one.checked)} for one in report.broken],
        "summary": {**summary, "allowed": report.allowed},
        "notes": list(report.notes),
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "severity": one.severity,
        "message": one.hit.message,
        "hint": one.hit.hint,
        "file": path(one.place.file),
        "where": one.place.where,
        "line": one.place.line,
        "column": one.place.column,
        "end_column": end_column(one),
        "words": one.words,
        "replacement": one.hit.replacement,
    }
