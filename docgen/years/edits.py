"""Changes of a text at exact places: made all at once, so that each is named by its place in the old text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Edit:
    """What stands from ``start`` to ``end`` becomes ``text``; with ``start == end`` it is put in there."""

    start: int
    end: int
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """``text`` with all edits made. They must not overlap; those put in at one place stand in the order given."""
    pieces, done = [], 0
    for edit in in_order(edits):
        if edit.start < done:
            raise ValueError(f"two edits at {edit.start}: {edit.text!r}")
        pieces += [text[done : edit.start], edit.text]
        done = edit.end
    return "".join([*pieces, text[done:]])


def line_after(text: str, edits: Iterable[Edit], offset: int) -> int:
    """The line, counted from 1, on which what stood at ``offset`` stands after the edits."""
    before = [edit for edit in edits if edit.start < offset or (edit.start == offset == edit.end)]
    added = sum(edit.text.count("\n") - text.count("\n", edit.start, min(edit.end, offset)) for edit in before)
    return text.count("\n", 0, offset) + 1 + added


def in_order(edits: Iterable[Edit]) -> Sequence[Edit]:
    """By place; those at one place as given."""
    return sorted(edits, key=lambda edit: (edit.start, edit.end))
