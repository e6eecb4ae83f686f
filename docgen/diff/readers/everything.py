"""For whoever named no reader: every change with its place, then both texts side by side."""

from __future__ import annotations

from docgen.diff.changes import Change, Changes
from docgen.diff.readers.clerk import for_clerk
from docgen.diff.readers.parts import grouped, headed, plain, shortened
from docgen.diff.readers.report import Item, Report, Section


def for_all(changes: Changes) -> Report:
    """All changes, by what they are about."""
    table = for_clerk(changes)
    sections = tuple(
        Section(name, tuple(_item(change) for change in items)) for name, items in grouped(changes.items).items()
    )
    lead = (*changes.remarks, f"共{len(changes.items)}处变化。" if changes else "没有变化。")
    return Report(headed(changes, "变化清单"), lead, sections, table.rows, table.columns)


def _item(change: Change) -> Item:
    if change.kind == "clause-moved":
        first = change.new.split("\n")[0]
        return Item(plain(f"{shortened(first, 40)}（{change.detail}）"), change.name, change.where)
    pieces = change.pieces or plain(shortened(change.new or change.old, 200))
    detail = plain(f"（{change.detail}）") if change.detail and change.kind not in SAID_BY_PIECES else ()
    said = f"“{change.subject}”" in change.where or change.subject in change.old + change.new
    subject = f"{change.subject}：" if change.subject and not said else ""
    return Item((*plain(subject), *pieces, *detail), change.name, change.where)


SAID_BY_PIECES = ("condition-reworded", "wording")
"""Of these the detail says again what the marks show."""
