"""表内“合计”“总计”一行，应当等于上面各行之和。

只在能够确定的地方核对：首格写明“合计”“总计”或“总和”，同一列上面各格都是数字（空格不计）。表中另有“小计”“其中”的，分项
与合计的关系不止一种，不核对。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.tables import Rows, tables_of

RULE = Rule(
    code="FORM-006",
    name="total-that-does-not-add-up",
    title="表内合计等于分项之和",
    severity="error",
    tier="计算",
    source="由表内数字计算",
    bad="甲区3、乙区4，合计8",
    good="甲区3、乙区4，合计7",
    needs=("合计", "总计", "总和"),
)

_TOTAL = Pattern(r"(?:合\s*计|总\s*计|总\s*和)[:：]?")
_NUMBER = Pattern(r"(\d[\d,，]*(?:\.\d+)?)\s*(?:[名个人万元项份次家]{0,3})")


def check(reading: Reading) -> Iterator[Hit]:
    """The rows of a table above its total."""
    for rows in tables_of(reading):
        said = "".join(entry.text for row in rows for entry in row)
        if len(rows) >= 3 and "小计" not in said and "其中" not in said:
            yield from _totals(rows)


def _totals(rows: Rows) -> Iterator[Hit]:
    width = len(rows[0])
    for at, row in enumerate(rows):
        if at < 2 or len(row) != width or not row or not _TOTAL.fullmatch(row[0].text):
            continue
        for column in range(1, width):
            entry, above = row[column], [other[column].text for other in rows[1:at] if len(other) == width]
            total, parts = _number(entry.text), [_number(text) for text in above if text]
            if total is None or len(above) != at - 1 or len(parts) < 2 or None in parts:
                continue
            found = sum((part for part in parts if part is not None), Decimal(0))
            if found != total:
                message = _("the total is {total}, but the rows above add up to {sum}")
                yield entry.passage.hit(entry.start, entry.end, message.format(total=entry.text, sum=found))
        return


def _number(text: str) -> Decimal | None:
    match = _NUMBER.fullmatch(text)
    return Decimal(re.sub("[,，]", "", match[1])) if match else None
