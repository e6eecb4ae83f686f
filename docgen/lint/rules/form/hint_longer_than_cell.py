"""格内印的字，要在这一格写明的高度里放得下。

放不下的，程序会把这一行撑高，后面的行跟着下移，表就可能多出一页。按格宽、字号和行距量出来：可以加高这一行、加宽这一
列，或者把提示改短。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.planned_cells import PlannedCell
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-017",
    name="hint-longer-than-cell",
    title="格内的字放得下",
    severity="warning",
    tier="计算",
    source="按格宽、格高、字号测量",
    bad="高10毫米的格里印三行提示",
    good="高30毫米的格里印三行提示",
    wants=("forms",),
)

_KEYS = ("hint", "guide", "label", "header", "opinion")


def check(reading: Reading) -> Iterator[Hit]:
    """What is printed in each cell, against its height."""
    for one in reading.planned_cells:
        needed = _lines(one)
        room = one.room.inner_height / one.room.pitch
        if needed < 2 or needed <= room + 0.35:
            continue
        message = _("what is printed here takes {needed} lines, and {height} mm hold {room}, so the row grows")
        key = next((key for key in _KEYS if getattr(one.plan, key)), "field")
        words = message.format(needed=needed, height=f"{one.room.height:g}", room=int(room + 0.35))
        yield at(one.place(key), words, _("make the row higher, or the words shorter"))


def _lines(one: PlannedCell) -> int:
    from docgen.compose.widths import lines_needed

    printed = [line for line in one.cell.lines if line.text.strip()]
    return sum(lines_needed(line.text, one.room.characters) for line in printed)
