"""JUnit XML: a suite for each document, a case for each finding, one that passes where nothing was found."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree

from docgen.lint.finding import Finding
from docgen.lint.report.report import Report, letter, path

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def junit(report: Report) -> str:
    """A case fails if its finding makes the check fail (``--fail-on``); else the finding is the case's output."""
    root = ElementTree.Element("testsuites", name="docgen check")
    found = (one.place.file for one in report.findings)
    for file in dict.fromkeys([*report.checked, *found, *(one.checked for one in report.broken)]):
        _suite(root, file, report)
    for key in ("tests", "failures", "errors"):
        root.set(key, str(sum(int(suite.get(key, "0")) for suite in root)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _suite(root: ElementTree.Element, file: str, report: Report) -> None:
    name = _safe(path(file))
    suite = ElementTree.SubElement(root, "testsuite", name=name, time="0")
    seen: Counter[str] = Counter()
    for one in (one for one in report.findings if one.place.file == file):
        title = f"{one.code} {one.place}"
        seen[title] += 1
        # Services take cases of one name for one.
        title += f" ({seen[title]})" if seen[title] > 1 else ""
        case = ElementTree.SubElement(suite, "testcase", name=_safe(title), classname=name, time="0")
        _outcome(case, one, report)
    for broken in (one for one in report.broken if one.checked == file):
        title = _safe(f"{broken.code} {broken.name}")
        case = ElementTree.SubElement(suite, "testcase", name=title, classname=name, time="0")
        trace = _safe(broken.trace)
        ElementTree.SubElement(case, "error", message=trace.strip().splitlines()[-1], type="crash").text = trace
    if not len(suite):
        ElementTree.SubElement(suite, "testcase", name="docgen check", classname=name, time="0")
    counts = {"tests": "*", "failures": "*/failure", "errors": "*/error", "skipped": "*/skipped"}
    for key, found in counts.items():
        suite.set(key, str(len(suite.findall(found))))


def _outcome(case: ElementTree.Element, one: Finding, report: Report) -> None:
    words = _safe(f"{one.place}: {letter(one)}")
    if report.fails(one):
        failure = ElementTree.SubElement(case, "failure", message=_safe(one.hit.message), type=one.severity)
        failure.text = words
    else:
        ElementTree.SubElement(case, "system-out").text = words


def _safe(text: str) -> str:
    """Without what XML 1.0 cannot hold."""
    return _CONTROL.sub("\ufffd", text)
