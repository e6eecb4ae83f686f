"""A part without loops and conditions: literal pieces of finished XML, and holes for escaped values between them.

The pieces are what docxtpl made of the part with marks for values. The marks show where each value stands, what a
line break and a tab become there, and that nothing but values can vary; so the proof made once holds for every
document: pieces that are well-formed around text are well-formed around any escaped text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.frozen import dataclass

# A mark is a value with a line break and a tab in it, each side of them with the number of the value.
_LEFT, _MIDDLE, _RIGHT, _END = "\ue000", "\ue001", "\ue002", "\ue003"
_SIGN = f"[{_LEFT}-{_END}]"
_BETWEEN = f"([^{_LEFT}-{_END}]*)"
_MARK = re.compile(rf"{_LEFT}(\d+){_END}{_BETWEEN}{_MIDDLE}\1{_END}{_BETWEEN}{_RIGHT}\1{_END}")


@dataclass(frozen=True)
class Hole:
    """Where the value number ``slot`` stands: what a line break and a tab become there; within an attribute or not."""

    slot: int
    line_break: bytes
    tab: bytes
    attribute: bool


@dataclass(frozen=True)
class Pieces:
    """``literals`` is one longer than ``holes``."""

    literals: tuple[bytes, ...]
    holes: tuple[Hole, ...]

    def joined(self, texts: Sequence[bytes]) -> bytes:
        """The part with these escaped values, one for each slot."""
        fillings = [texts[hole.slot] for hole in self.holes]
        if any(b"\n" in text or b"\t" in text or b'"' in text for text in texts):
            fillings = [_fitted(text, hole) for text, hole in zip(fillings, self.holes, strict=True)]
        parts = [b""] * (2 * len(fillings) + 1)
        parts[::2] = self.literals
        parts[1::2] = fillings
        return b"".join(parts)


def mark(slot: int) -> str:
    """What stands for the value number ``slot`` while docxtpl is at work."""
    return f"{_LEFT}{slot}{_END}\n{_MIDDLE}{slot}{_END}\t{_RIGHT}{slot}{_END}"


def holds_marks(text: str) -> bool:
    """Whether there are signs in it that marks are made of."""
    return re.search(_SIGN, text) is not None


def cut(finished: bytes) -> Pieces | None:
    """A finished part cut at its marks; None where docxtpl did more with a mark than to keep it."""
    text = finished.decode()
    literals, holes, start = [], [], 0
    for found in _MARK.finditer(text):
        literals.append(text[start : found.start()])
        start = found.end()
        within_tag = text.rfind("<", 0, found.start()) > text.rfind(">", 0, found.start())
        holes.append(Hole(int(found[1]), found[2].encode(), found[3].encode(), within_tag))
    literals.append(text[start:])
    if holds_marks("".join(literals)):
        return None
    return Pieces(tuple(literal.encode() for literal in literals), tuple(holes))


def _fitted(text: bytes, hole: Hole) -> bytes:
    if hole.attribute:
        text = text.replace(b'"', b"&quot;")
    return text.replace(b"\t", hole.tab).replace(b"\n", hole.line_break)
