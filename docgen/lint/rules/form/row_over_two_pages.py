"""表格的一行不断开在两页上。

一行断在两页，签字盖章的栏目常常只剩半截。docgen 画的表格，行都是整行移到下一页的，只有一种情形例外：这一行比一页还高，
哪一页都排不下，不是断开，就是印到版心以外。这里看的就是这种行：form.yaml 里写的行高超过一页的，名册里要填的内容把它
撑得超过一页的。格里印的提示放不下，由 FORM-017 管。
填表人填了多少字事先不知道，由 FORM-018 看字数限制与格子是否相称。别处的 Word 表格，行会不会断开，要等 Word 排了版
才知道，不看。
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from docgen.compose.grid import FULL_PAGE
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.planned_cells import PlannedCell
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.roster.unit import Unit

RULE = Rule(
    code="FORM-004",
    name="row-over-two-pages",
    title="表格行不跨页断开",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="横排的表（一页高156毫米），一行 height: 200",
    good="分成两行，各 height: 100",
    wants=("forms",),
)


_OF_UNIT = re.compile(r"\{\{\s*unit\.(\w+)\s*\}\}")


def check(reading: Reading) -> Iterator[Hit]:
    """Rows that are higher than a page as planned, or with a unit's value; each once."""
    longest = _longest_values(reading)
    told = set()
    for one in reading.planned_cells:
        row = one.loaded.plan.id, one.loc[:-1]
        hit = None if row in told or one.cell.rows > 1 else _hit(one, longest)
        if hit:
            told.add(row)
            yield hit


def _hit(one: PlannedCell, longest: Mapping[str, tuple[str, str]]) -> Hit | None:
    if one.room.height > one.page_height:
        message = _("the row is {height} mm high, and a page holds {page} mm: it cannot stay on one")
        words = message.format(height=f"{one.room.height:g}", page=f"{one.page_height:g}")
        return at(one.place(), words, _hint())
    unit, value = longest.get(_key(one), ("", "")) if longest else ("", "")
    height = _written(one, value) if value else 0
    if height > one.page_height * FULL_PAGE:
        message = _(
            "filled in for {unit}, the row is {height} mm high, and a page holds {page} mm: it cannot stay on one"
        )
        words = message.format(unit=unit, height=f"{height:.0f}", page=f"{one.page_height:g}")
        return at(one.place("field"), words, _hint())
    return None


def _hint() -> str:
    return _("make several rows of it, or shorten what stands in it")


def _written(one: PlannedCell, value: str) -> float:
    """The height of what is printed in the cell and of a value, in mm."""
    from docgen.compose.widths import lines_needed

    texts = [*(line.text for line in one.cell.lines if line.text.strip()), *value.split("\n")]
    return sum(lines_needed(text, one.room.characters) for text in texts if text) * one.room.pitch


def _key(one: PlannedCell) -> str:
    """Where the roster has the cell's value: of the field itself, or a property that it is filled in with."""
    match = _OF_UNIT.fullmatch(one.plan.prefill.strip())
    return f"unit.{match[1]}" if match else f"{one.annex}.{one.plan.field}"


def _longest_values(reading: Reading) -> dict[str, tuple[str, str]]:
    """For every column of the roster the unit with the longest value, and the value."""
    longest: dict[str, tuple[str, str]] = {}
    for row in reading.rows if "roster" in reading.at_hand else ():
        if isinstance(row, Unit):
            values = {**row.fields, **{f"unit.{name}": value for name, value in row.values.items()}}
            for key, value in values.items():
                if isinstance(value, str) and len(value) > len(longest.get(key, ("", ""))[1]):
                    longest[key] = row.name, value
    return longest
