"""SARIF 2.1.0, as GitHub and others read it. Columns count characters (unicodeCodePoints)."""

from __future__ import annotations

import json
from typing import Any

import docgen
from docgen.language import _
from docgen.lint.finding import Finding, Severity
from docgen.lint.fix import mendable
from docgen.lint.report.report import Report, end_column, fingerprints, line, told, uri
from docgen.lint.rule import paragraphs
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
                "toolExecutionNotifications": [
                    *({"level": "error", "message": {"text": _crash(one)}} for one in report.broken),
                    *({"level": "note", "message": {"text": note}} for note in report.notes),
                ],
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


def _crash(one: Broken) -> str:
    return f"{one.code} {one.name}: {one.trace.strip().splitlines()[-1]}"


def _rule(code: str) -> dict[str, Any]:
    from docgen.lint.rules import BY_CODE

    one = BY_CODE.get(code)
    if one is None:  # a letter about what cannot be composed; GitHub wants these texts of every rule
        words = {"text": _("this cannot be read or composed")}
        return {"id": code, "shortDescription": words, "fullDescription": words, "help": words}
    rule = one.rule
    says = paragraphs(one.page)
    facts = (f"{name}：{value}" for name, value in ((_("wrong"), rule.bad), (_("right"), rule.good)))
    page = "\n\n".join([*says, *facts, f"{_('source')}：{rule.source}"]) + "\n"
    return {
        "id": code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": says[0]},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.tier], "source": rule.source},
    }


def _result(one: Finding, fingerprint: str, index: int) -> dict[str, Any]:
    artifact = {"uri": uri(one.place.file)}
    region = _region(one)
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if one.place.where:
        location["logicalLocations"] = [{"name": one.place.where}]
    result: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": told(one)},
        "locations": [location],
        "partialFingerprints": {"docgen/v1": fingerprint},
    }
    if mendable([one]):
        replacement = {"deletedRegion": region, "insertedContent": {"text": one.hit.replacement}}
        change = {"artifactLocation": artifact, "replacements": [replacement]}
        result["fixes"] = [{"description": {"text": one.hit.hint or one.hit.message}, "artifactChanges": [change]}]
    return result


def _region(one: Finding) -> dict[str, int]:
    """GitHub refuses a result without a line: the first stands for a file as a whole, and for one without lines."""
    if not (number := line(one)):
        return {"startLine": 1}
    region = {"startLine": number, "startColumn": one.place.column, "endColumn": end_column(one)}
    return {key: value for key, value in region.items() if value}
