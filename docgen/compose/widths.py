"""How wide a text is, in characters of its own size: half-width letters and digits count a half."""

from __future__ import annotations

import math
import unicodedata


def width_of(text: str) -> float:
    """Width in characters (字)."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def lines_needed(text: str, width: float) -> int:
    """How many lines of ``width`` characters a paragraph takes, at least one."""
    return max(1, math.ceil(width_of(text) / max(width, 1.0)))
