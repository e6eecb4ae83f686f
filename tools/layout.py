"""The layout of the five notices against GB/T 9704-2012: requirement by requirement, what was measured, what is asked.

``python tools/layout.py [campaign …]`` (``make layout``) composes every campaign in ``data/`` and measures three
things: the PDF; the DOCX as its file says it; the DOCX as LibreOffice prints it, where the file's own numbers say
nothing (where the mark, the red line and 版记 end up). Exit 1 if anything fails.

The ids are those of the project's table of the standard's measures; PDF-…, WORD, CELLS, FONTS, PROPERTIES and
TABLE-HEADER are what docgen asks of its files beyond the standard. Lengths in mm where nothing else is said.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path

from measure.findings import Finding
from measure.findings_docx import measure_docx
from measure.findings_pdf import measure_annex, measure_pdf

from docgen.compose import split_annexes
from docgen.document.tree import Notice
from docgen.render import RENDERERS, Setting
from docgen.render.pdf.libreoffice import convert
from docgen.templates.find import find_templates
from docgen.workflow.prepare import prepare
from docgen.workflow.select import campaigns_under
from docgen.world.fonts import find_fonts

ROOT = Path(__file__).parent.parent

SAID_BY_THE_FILE = {
    "MARGIN-TOP": "LibreOffice sets the baseline of an exact line at four fifths of it, a millimetre lower than Word's "
    "margins suppose; the margins are in the file",
    "PDF-OUTLINE": "an annex's label and title are two paragraphs, and so two bookmarks",
}
"""Requirements not asked of LibreOffice's print, and why."""

Table = dict[tuple[str, str], dict[str, Finding]]
"""Requirement and what was measured → campaign → finding."""


def main(*wanted: str) -> int:
    """Prints the three tables; returns the exit code."""
    campaigns = {one.id or one.path.stem: one.path for one in campaigns_under(ROOT / "data")}
    chosen = {name: prepare(path).notice for name, path in campaigns.items() if not wanted or name in wanted}
    setting = Setting(find_templates(ROOT).look("gbt9704"), find_fonts())
    printed = {name: RENDERERS["docx"](notice, setting).data for name, notice in chosen.items()}
    tables = {
        "PDF": {name: _pdf_findings(notice, setting) for name, notice in chosen.items()},
        "DOCX, what the file says": {name: measure_docx(chosen[name], docx) for name, docx in printed.items()},
        "DOCX, as LibreOffice prints it": {
            name: _printed_findings(chosen[name], docx, setting) for name, docx in printed.items()
        },
    }
    failed = [_report(title, findings) for title, findings in tables.items()]
    for id_, why in SAID_BY_THE_FILE.items():
        print(f"{id_} is not asked of LibreOffice's print: {why}.")
    print(f"{sum(failed)} of {sum(len(f) for table in tables.values() for f in table.values())} measurements fail")
    return 1 if any(failed) else 0


def _pdf_findings(notice: Notice, setting: Setting) -> list[Finding]:
    findings = measure_pdf(notice, RENDERERS["pdf"](notice, setting).data, setting.fonts)
    for alone in split_annexes(notice):
        findings += measure_annex(alone.annex, RENDERERS["pdf"](alone, setting).data, setting.fonts)
    return findings


def _printed_findings(notice: Notice, docx: bytes, setting: Setting) -> list[Finding]:
    found = measure_pdf(notice, convert(docx, setting.fonts), setting.fonts)
    return [finding for finding in found if finding.id not in SAID_BY_THE_FILE]


# ---------------------------------------------------------------- the report


def _report(title: str, findings: Mapping[str, list[Finding]]) -> int:
    """Prints a table of one row a requirement, one column a campaign; returns how many measurements fail."""
    table = _table(findings)
    print(f"\n{title}\n{'-' * 78}")
    print(_row("requirement", "measured", "asked", list(findings), ""))
    failed = 0
    for (id_, what), row in table.items():
        wrong = [name for name, finding in row.items() if not finding.passed]
        failed += len(wrong)
        asked = list(dict.fromkeys(finding.asked for finding in row.values()))
        values = [row[name].measured if name in row else "–" for name in findings]
        print(_row(id_, what, asked[0] if len(asked) == 1 else "its own", values, "FAIL" if wrong else "pass"))
        for name in wrong:
            print(f"    FAIL {name}: {row[name].measured}, asked {row[name].asked}")
    return failed


def _table(findings: Mapping[str, list[Finding]]) -> Table:
    """Rows in the order of the campaign that has the most of them."""
    table: Table = {}
    for campaign in sorted(findings, key=lambda name: -len(findings[name])):
        for finding in findings[campaign]:
            table.setdefault((finding.id, finding.what), {})[campaign] = finding
    return table


def _row(id_: str, what: str, asked: str, values: list[str], verdict: str) -> str:
    cells = [_cut(id_, 15), _cut(what, 56), _cut(asked, 21), *(_cut(value, 15) for value in values), verdict]
    return " ".join(cells).rstrip()


def _cut(text: str, width: int) -> str:
    """Padded or cut to so many columns of a terminal; 汉字 take two."""
    shown, used = "", 0
    for char in text:
        wide = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        if used + wide > width - (1 if len(text) > len(shown) + 1 else 0):
            shown, used = shown + "…", used + 1
            break
        shown, used = shown + char, used + wide
    return shown + " " * (width - used)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
