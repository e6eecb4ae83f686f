"""SARIF 2.1.0, as GitHub and others read it. Columns count characters (unicodeCodePoints)."""

from __future__ import annotations

import json
from typing import Any

import docgen
from docgen.lint.finding import Finding, Severity
from docgen.lint.fix import mendable
from docgen.lint.report.report import Report, end_column, fingerprints, told, uri
from docgen.lint.run import Broken

_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(report: Report) -> str:
    """A log of one run."""
    codes = sorted({one.code for one in report.findings})
    names = fingerprints(report.findings)
    run = {
        "tool": {"driver": _driver(codes)},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.broken,
                "toolExecutionNotifications": [_notification(one) for one in report.broken],
            }
        ],
        "artifacts": [{"location": {"uri": uri(name)}} for name in report.checked],
        "results": [
            _result(one, name, codes.index(one.code)) for one, name in zip(report.findings, names, strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _driver(codes: list[str]) -> dict[str, Any]:
    return {"name": "docgen", "semanticVersion": docgen.__version__, "rules": [_rule(code) for code in codes]}


def _notification(one: Broken) -> dict[str, Any]:
    message = f"{one.code} {one.name}: {one.trace.strip().splitlines()[-1]}"
    return {"level": "error", "message": {"text": message}}


def _rule(code: str) -> dict[str, Any]:
    from docgen.lint.rules import BY_CODE

    one = BY_CODE.get(code)
    if one is None:  # a letter about what cannot be composed
        return {"id": code}
    rule = one.rule
    page = f"{one.page.strip()}\n\n坏：{rule.bad}\n\n好：{rule.good}\n\n依据：{rule.source}\n"
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": one.page.strip().split("\n\n")[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.tier], "source": rule.source},
    }


def _result(one: Finding, fingerprint: str, index: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": uri(one.place.file)}}
    region = _region(one)
    if region:
        location["region"] = region
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": told(one)},
        "locations": [{"physicalLocation": location}],
        "partialFingerprints": {"docgen/v1": fingerprint},
    }
    if region and mendable([one]):
        replacement = {"deletedRegion": region, "insertedContent": {"text": one.hit.replacement}}
        change = {"artifactLocation": location["artifactLocation"], "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": one.hit.hint or one.hit.message}, "artifactChanges": [change]}]
    return result


def _region(one: Finding) -> dict[str, int]:
    region = {"startLine": one.place.line, "startColumn": one.place.column, "endColumn": end_column(one)}
    return {key: value for key, value in region.items() if value} if one.place.line else {}
