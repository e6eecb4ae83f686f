"""Two tables on one grid, so that rows of both can stand in one table: every column of either begins where it did.

Word would make do with rows of other columns than the table's; other readers drop the cells that have none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise

from docgen.diff.word.names import TC, TR, TR_PR, Node, make, value, w

_NEAR = 30
"""Twips; edges no further apart are one."""
_SPAN = f"{w('tcPr')}/{w('gridSpan')}"


def on_one_grid(old: Node, new: Node) -> None:
    """Changes both tables, unless they have the same grid, or one of them none that can be read."""
    edges = [_edges(table) for table in (old, new)]
    before, after = edges
    if before is None or after is None or before == after:
        return
    # The old one as wide as the new: its rows are to end where the others end.
    before = [round(edge * after[-1] / before[-1]) for edge in before]
    common = _joined(before, after)
    places = [[_index(common, edge) for edge in own] for own in (before, after)]
    if all(left < right for place in places for left, right in pairwise(place)):
        _lay_out(old, places[0], common)
        _lay_out(new, places[1], common)


def _edges(table: Node) -> list[int] | None:
    """Where the columns begin and end, in twips from the left."""
    grid = table.find(w("tblGrid"))
    widths = [value(column, "w") for column in ([] if grid is None else grid.iterchildren(w("gridCol")))]
    if not widths or not all(width.isascii() and width.isdigit() and int(width) > _NEAR for width in widths):
        return None
    edges = [0, *accumulate(map(int, widths))]
    ends = [sum(span for _node, _name, span in _spans(row)) for row in table.iterchildren(TR)]
    return edges if all(end < len(edges) for end in ends) else None


def _joined(before: list[int], after: list[int]) -> list[int]:
    """The edges of both; of the old ones those that are no new one's."""
    return sorted([*after, *(edge for edge in before if all(abs(edge - other) > _NEAR for other in after))])


def _index(common: list[int], edge: int) -> int:
    return min(range(len(common)), key=lambda index: abs(common[index] - edge))


def _lay_out(table: Node, place: list[int], common: list[int]) -> None:
    """``place`` tells for each edge of the table's own grid which it is of the common one."""
    for row in table.iterchildren(TR):
        at = 0
        for node, name, span in list(_spans(row)):
            _set(node, name, place[at + span] - place[at])
            at += span
    grid = table.find(w("tblGrid"))
    for column in list(grid):
        grid.remove(column)
    grid.extend(make("gridCol", w=str(end - start)) for start, end in pairwise(common))


def _spans(row: Node) -> Iterator[tuple[Node, str, int]]:
    """What takes up columns, from the left: the room before the cells, the cells, the room behind them."""
    properties = row.find(TR_PR)
    for name in ("gridBefore", "cells", "gridAfter"):
        if name == "cells":
            yield from ((cell, "gridSpan", _number(cell.find(_SPAN), 1)) for cell in row.iterchildren(TC))
        elif properties is not None and (node := properties.find(w(name))) is not None:
            yield node, name, _number(node, 0)


def _number(node: Node | None, usual: int) -> int:
    text = value(node)
    return int(text) if text.isascii() and text.isdigit() else usual


def _set(node: Node, name: str, columns: int) -> None:
    if name != "gridSpan":
        node.set(w("val"), str(columns))
        return
    properties = node.find(w("tcPr"))
    if properties is None:
        properties = make("tcPr")
        node.insert(0, properties)
    span = properties.find(w("gridSpan"))
    if span is None:
        span = make("gridSpan")
        properties.insert(sum(one.tag in (w("cnfStyle"), w("tcW")) for one in properties), span)
    span.set(w("val"), str(columns))
