"""Two rewordings of one clause, made one where they do not touch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import NamedTuple

_PIECE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|[，。；：、！？“”（）《》]|[^，。；：、！？“”（）《》{]+|\{", re.DOTALL)
"""Pieces of a clause: between two marks, an expression, a mark."""


class _Change(NamedTuple):
    """``base[start:end]`` becomes ``pieces``."""

    start: int
    end: int
    pieces: tuple[str, ...]


def joined(base: str, ours: str, theirs: str) -> str | None:
    """``base`` with the changes of both; None where they touch, because only a person can tell what is meant then."""
    pieces = _PIECE.findall(base)
    changes = sorted({*_changes(pieces, ours), *_changes(pieces, theirs)})
    if any(earlier.end >= later.start for earlier, later in pairwise(changes)):
        return None
    for change in reversed(changes):
        pieces[change.start : change.end] = change.pieces
    return "".join(pieces)


def _changes(base: Sequence[str], text: str) -> list[_Change]:
    pieces = _PIECE.findall(text)
    codes = SequenceMatcher(None, base, pieces, autojunk=False).get_opcodes()
    return [_Change(a1, a2, tuple(pieces[b1:b2])) for tag, a1, a2, b1, b2 in codes if tag != "equal"]
