"""Markdown, as a merge request shows it: what is gone and what came, the table of both texts."""

from __future__ import annotations

import re

from docgen.diff.readers.report import Item, ReportRow
from docgen.diff.write.sides import tagged
from docgen.diff.write.wanted import Comparison, Manner

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")


def write_markdown(comparison: Comparison, manner: Manner) -> bytes:
    """UTF-8."""
    report = comparison.report
    lines = [f"# {_escaped(report.title)}", ""]
    for said in report.lead:
        lines += [_escaped(said), ""]
    for section in report.sections:
        lines += [f"## {_escaped(section.heading)}", "", *(f"- {_item(item)}" for item in section.items), ""]
    if report.rows:
        lines += [f"| {report.columns[0]} | {report.columns[1]} | 说明 |", "|---|---|---|"]
        lines += [*(_row(row) for row in report.rows), ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _item(item: Item) -> str:
    tag = f"**{_escaped(item.tag)}**　" if item.tag else ""
    where = f"（{_escaped(item.where)}）" if item.where else ""
    return tag + tagged(item.pieces, _escaped) + where


def _row(row: ReportRow) -> str:
    match row.op:
        case "folded":
            return f"| （此处 {row.folded} 条未变） | | |"
        case "part":
            return f"| **{_escaped(row.remark)}** | | |"
        case _:
            return f"| {tagged(row.old, _escaped)} | {tagged(row.new, _escaped)} | {_escaped(row.remark)} |"


def _escaped(text: str) -> str:
    """As it stands, cells and lines of a form within one cell."""
    return _SPECIAL.sub(r"\\\1", text).replace("\t", " ｜ ").replace("\n", "<br>")
