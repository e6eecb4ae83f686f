"""JSON for programs; ``schemas/changes.schema.json`` describes it."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from docgen.diagnostics import Place
from docgen.diff.changes import Change, Clause, Pieces, Row
from docgen.diff.readers.report import Item, Report, ReportRow
from docgen.diff.write.wanted import Comparison, Manner


def write_json(comparison: Comparison, manner: Manner) -> bytes:
    """All changes and both texts; with a reader, what that reader is told as well."""
    return (json.dumps(as_data(comparison), ensure_ascii=False, indent=2) + "\n").encode()


def as_data(comparison: Comparison) -> dict[str, Any]:
    """Plain mappings and lists."""
    changes = comparison.changes
    data: dict[str, Any] = {
        "old": {"label": changes.old_label, "title": changes.old_title},
        "new": {"label": changes.new_label, "title": changes.new_title},
        "remarks": list(changes.remarks),
        "summary": dict(Counter(item.kind for item in changes.items)),
        "changes": [_change(item) for item in changes.items],
        "blocks": [_row(row) for row in changes.blocks],
    }
    if comparison.reader != "all":
        data["report"] = {"reader": comparison.reader, **_report(comparison.report)}
    return data


def _change(item: Change) -> dict[str, Any]:
    return {
        "kind": item.kind,
        "name": item.name,
        "id": item.id,
        "where": item.where,
        "subject": item.subject,
        "old": item.old,
        "new": item.new,
        "detail": item.detail,
        "shift": item.shift,
        "pieces": _pieces(item.pieces),
        "old_place": _place(item.old_place),
        "new_place": _place(item.new_place),
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "op": row.op,
        "move": row.move or None,
        "changes": list(row.changes),
        "old": _clause(row.old),
        "new": _clause(row.new),
        "pieces": _pieces(row.pieces),
    }


def _clause(clause: Clause | None) -> dict[str, Any] | None:
    if clause is None:
        return None
    return {
        "part": clause.part,
        "path": list(clause.path),
        "where": clause.where,
        "level": clause.level,
        "number": clause.number,
        "text": clause.text,
        "place": _place(clause.place),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    return None if place is None else {"file": place.file, "line": place.line, "column": place.column}


def _pieces(pieces: Pieces) -> list[dict[str, str]]:
    return [{"op": piece.op, "text": piece.text} for piece in pieces]


def _report(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "lead": list(report.lead),
        "sections": [
            {"heading": section.heading, "items": [_item(item) for item in section.items]}
            for section in report.sections
        ],
        "columns": list(report.columns),
        "rows": [_report_row(row) for row in report.rows],
    }


def _item(item: Item) -> dict[str, Any]:
    return {"tag": item.tag, "where": item.where, "pieces": _pieces(item.pieces)}


def _report_row(row: ReportRow) -> dict[str, Any]:
    return {
        "op": row.op,
        "remark": row.remark,
        "folded": row.folded,
        "old": _pieces(row.old),
        "new": _pieces(row.new),
    }
