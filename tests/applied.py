"""What changes must do: applied to the old text give the new one; exchanged, be those of the exchanged texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from docgen.diff.changes import KINDS, Changes, Kind, Piece, Pieces

MIRRORED: dict[Kind, Kind] = {
    **{kind: kind for kind in KINDS},
    **{kind: other for kind in KINDS for other in KINDS if kind.replace("-added", "-dropped") == other != kind},
    **{kind: other for kind in KINDS for other in KINDS if kind.replace("-dropped", "-added") == other != kind},
}
"""What a change is called when the two sides are exchanged."""


class DoesNotFitError(ValueError):
    """The changes were made from another text."""


def apply(changes: Changes, old: Sequence[str]) -> tuple[str, ...]:
    """The clauses of the new side, given those of the old one. Raises ``DoesNotFitError`` if they are others."""
    moved = {row.move: row.old.text for row in changes.blocks if row.op == "moved-from" and row.old}
    rest = iter(old)
    new: list[str] = []
    for row in changes.blocks:
        base = next(rest, None) if row.op in ("same", "changed", "dropped", "moved-from") else moved.get(row.move, "")
        if base != side_of(row.pieces, "old"):
            raise DoesNotFitError(f"{base!r}: {row.pieces!r}")
        if row.new:
            new.append(side_of(row.pieces, "new"))
    if next(rest, None) is not None:
        raise DoesNotFitError("the text goes on where the changes end")
    return tuple(new)


def side_of(pieces: Iterable[Piece], side: Literal["old", "new"]) -> str:
    """The words of one side."""
    return "".join(piece.text for piece in pieces if piece.op in ("same", side))


def mirrored(pieces: Pieces) -> Pieces:
    """The same with the sides exchanged; what is gone stands before what came."""
    exchanged = {"same": "same", "old": "new", "new": "old"}
    turned = [Piece(exchanged[piece.op], piece.text) for piece in pieces]  # type: ignore[arg-type]
    for index in range(len(turned) - 1):
        if (turned[index].op, turned[index + 1].op) == ("new", "old"):
            turned[index], turned[index + 1] = turned[index + 1], turned[index]
    return tuple(turned)
