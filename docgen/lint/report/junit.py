"""JUnit XML: a suite for each document, a case for each finding, one that passes where nothing was found."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from docgen.lint.finding import Finding
from docgen.lint.report.report import Report, told, uri

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def junit(report: Report) -> str:
    """Findings of severity info do not fail: they are the case's output."""
    root = ElementTree.Element("testsuites", name="docgen check")
    files = list(dict.fromkeys([*report.checked, *(one.place.file for one in report.findings)]))
    for file in files:
        _suite(root, file, [one for one in report.findings if one.place.file == file])
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, file: str, findings: list[Finding]) -> None:
    failures = sum(one.severity != "info" for one in findings)
    counts = {"tests": str(max(len(findings), 1)), "failures": str(failures), "errors": "0", "skipped": "0"}
    suite = ElementTree.SubElement(root, "testsuite", {"name": _safe(uri(file)), "time": "0", **counts})
    cases: list[Finding | None] = [*findings] or [None]
    for one in cases:
        name = f"{one.code} {one.place}" if one else "docgen check"
        case = ElementTree.SubElement(suite, "testcase", name=_safe(name), classname=_safe(uri(file)), time="0")
        if one and one.severity == "info":
            ElementTree.SubElement(case, "system-out").text = _safe(f"{one.place}: {told(one)}")
        elif one:
            failure = ElementTree.SubElement(case, "failure", message=_safe(one.hit.message), type=one.severity)
            failure.text = _safe(f"{one.place}: {told(one)}")


def _safe(text: str) -> str:
    """Without what XML 1.0 cannot hold."""
    return _CONTROL.sub("\ufffd", text)
