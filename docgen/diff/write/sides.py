"""The two sides of a row put together again: what both have once, what is gone before what came."""

from __future__ import annotations

from collections.abc import Sequence

from docgen.diff.changes import Piece, Pieces
from docgen.diff.readers.report import ReportRow


def both_sides(row: ReportRow) -> Pieces:
    """One text of the old and the new side of a row, which share their ``same`` pieces."""
    if not row.old or not row.new:
        return row.old or row.new
    old, new = _runs(row.old), _runs(row.new)
    merged: list[Piece] = []
    for here, there in zip(old, new, strict=True):
        merged += [*here[:-1], *there[:-1], here[-1]]
    return tuple(merged[:-1])  # without the sentinel


def _runs(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Cut behind each piece that both sides have; the last run ends in an empty one."""
    runs: list[list[Piece]] = [[]]
    for piece in (*pieces, Piece("same", "")):
        runs[-1].append(piece)
        if piece.op == "same":
            runs.append([])
    return runs[:-1]
