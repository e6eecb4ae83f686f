"""For the clerk: 新旧对照表, old beside new, clause by clause; what did not change is folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from docgen.diff.changes import KINDS, Change, Changes, Clause, Row
from docgen.diff.readers.parts import headed, side_pieces
from docgen.diff.readers.report import Report, ReportRow

PARTS = {
    "head": "版头",
    "number": "版头",
    "title": "标题和主送机关",
    "addressees": "标题和主送机关",
    "body": "正文",
    "entry": "附件说明",
    "signature": "落款和附注",
    "note": "落款和附注",
    "attached": "所转发的来文",
    "imprint": "版记",
}


def for_clerk(changes: Changes) -> Report:
    """The table of both texts; none if they are the same."""
    return Report(
        title=headed(changes, "新旧对照表"),
        lead=changes.remarks if changes else (*changes.remarks, "没有变化。"),
        rows=tuple(table_of(changes)) if changes else (),
        columns=(changes.old_label or "原文", changes.new_label or "新文"),
    )


def table_of(changes: Changes) -> Iterator[ReportRow]:
    """The rows that changed, below the names of their parts; between them the number of those that did not."""
    by_id: dict[str, list[Change]] = {}
    for item in changes.items:
        by_id.setdefault(item.id, []).append(item)
    places = _places(changes)
    part, hidden = "", list[Row]()
    for row in changes.blocks:
        if not _is_seen(row):
            hidden.append(row)
            continue
        yield from _folded(hidden)
        hidden = []
        if (name := _part_of(row)) != part:
            part = name
            yield ReportRow("part", remark=part)
        yield _report_row(row, by_id, places)
    yield from _folded(hidden)


def _is_seen(row: Row) -> bool:
    """Numbered anew is not changed; a list of annexes, or a row of a form, counts by its words alone."""
    if row.op == "same":
        return False
    if row.op != "changed" or row.changes:
        return True
    clause = row.new
    return clause is not None and not clause.number


def _folded(rows: Sequence[Row]) -> Iterator[ReportRow]:
    if rows:
        hidden = tuple(_report_row(row, {}, {}) for row in rows)
        yield ReportRow("folded", folded=len(rows), remark=f"此处{len(rows)}条未变", hidden=hidden)


def _part_of(row: Row) -> str:
    clause = row.new or row.old
    assert clause
    if clause.part != "annex":
        return PARTS[clause.part]
    return clause.where.partition("》")[0] + "》"


def _places(changes: Changes) -> Mapping[int, tuple[str, str]]:
    """What moved: from where, to where."""
    return {
        row.move: (row.old.where, row.new.where)
        for row in changes.blocks
        if row.op == "moved-to" and row.old and row.new
    }


def _report_row(row: Row, by_id: Mapping[str, list[Change]], places: Mapping[int, tuple[str, str]]) -> ReportRow:
    clause: Clause | None = row.new or row.old
    assert clause
    old, new = side_pieces(row.pieces, "old"), side_pieces(row.pieces, "new")
    if row.op == "added":
        old = ()
    if row.op in ("dropped", "moved-from"):
        new = ()
    return ReportRow(row.op, old, new, _remark(row, by_id, places), level=clause.level)


def _remark(row: Row, by_id: Mapping[str, list[Change]], places: Mapping[int, tuple[str, str]]) -> str:
    if row.op == "moved-from":
        return f"移至“{places[row.move][1]}”"
    ranks = list(KINDS)
    seen = sorted(
        (item.kind for id in row.changes for item in by_id.get(id, ()) if item.kind != "clause-moved"), key=ranks.index
    )
    names = [KINDS[kind] for kind in seen]
    if row.op == "moved-to":
        names.insert(0, f"由“{places[row.move][0]}”移来")
    if not names:
        names = {"added": ["增加"], "dropped": ["删去"]}.get(row.op, [])
    return "、".join(dict.fromkeys(names))
