"""The foot of an opinion: where to sign, where the seal goes, the date.

As the forms of HR bureaus have it::

    申报单位意见：

    负责人（签字）：　　　　　　　　　　　　单位（盖章）
                                        年　　月　　日

Signature and seal share a line, the signature at the left, the seal at the right; without a seal, signature and date
do. A line that ends in a colon (盖章：) leaves room to write behind it; the others end at the right edge. The white
space above is what is left of the row's height, less a little, so that the row never outgrows it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from docgen.compose.room import Room
from docgen.compose.widths import lines_needed, width_of
from docgen.document.measure import Mm
from docgen.document.tree import Line, Span

SLACK = Mm(2)
"""Left free, because no two programs agree on the height of a line to the last point."""

TO_WRITE = 8
"""Characters left behind a colon."""


def sign_off(sign: str, seal: str, date: str, above: Sequence[Line], room: Room) -> tuple[Line, ...]:
    """The lines at the foot of a cell that has the lines ``above`` at its top; empty texts give none."""
    lines = _laid_out(sign, seal, date, room)
    if not lines:
        return ()
    used = sum(lines_needed(line.text, room.characters - line.indent) for line in (*above, *lines))
    free = Mm(max(0.0, round(room.inner_height - used * room.pitch - SLACK, 1)))
    return (replace(lines[0], before=free), *lines[1:])


def _laid_out(sign: str, seal: str, date: str, room: Room) -> list[Line]:
    right = [text for text in (seal, date) if text]
    lines: list[Line] = []
    if sign and right and _gap(sign, right[0], room) >= 1:
        lines.append(_beside(sign, right.pop(0), room))
    elif sign:
        lines.append(Line((Span(sign),)))
    to_write = max((width_of(text) for text in right if _wants_room(text)), default=0.0)
    indent = max(0, math.floor(room.characters - to_write - TO_WRITE))
    return lines + [_at_right(text, indent) for text in right]


def _at_right(text: str, indent: int) -> Line:
    return Line((Span(text),), indent=indent) if _wants_room(text) else Line((Span(text),), "right")


def _beside(left: str, right: str, room: Room) -> Line:
    return Line((Span(left + "　" * _gap(left, right, room) + right),))


def _gap(left: str, right: str, room: Room) -> int:
    """Full-width spaces between two texts of a line, one character short of filling it."""
    return math.floor(room.characters - width_of(left) - width_of(right) - 1)


def _wants_room(text: str) -> bool:
    return text.endswith(("：", ":"))
