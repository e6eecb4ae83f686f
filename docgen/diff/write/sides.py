"""The two sides of a row put together again, what both have once; pieces in the tags of HTML and Markdown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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


def tagged(pieces: Pieces, escaped: Callable[[str], str]) -> str:
    """``<del>`` and ``<ins>``, which a screen reader tells apart too; ``escaped`` is how the format writes words."""
    return "".join(_TAGS[piece.op].format(escaped(piece.text)) for piece in pieces)


_TAGS = {"same": "{}", "old": "<del>{}</del>", "new": "<ins>{}</ins>"}
