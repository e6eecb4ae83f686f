"""表内“序号”一列从1起连续编号，不漏号、不重号。

只看首格写明“序号”的表，而且这一列都是数字。从别的数开始、按类别另起的，不提示。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.tables import tables_of

RULE = Rule(
    code="FORM-007",
    name="serial-numbers-with-gap",
    title="表内序号连续",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="序号：1、2、4",
    good="序号：1、2、3",
    needs=("序号",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The first column below 序号."""
    for rows in tables_of(reading):
        if not rows or not rows[0] or rows[0][0].text != "序号":
            continue
        entries = [row[0] for row in rows[1:] if row and row[0].text.isdigit() and len(row) == len(rows[0])]
        if not entries or entries[0].text != "1":
            continue
        for before, entry in pairwise(entries):
            wanted = int(before.text) + 1
            if int(entry.text) not in (wanted, 1):
                message = _("{number} follows {before} in the column 序号").format(
                    number=entry.text, before=before.text
                )
                hint = _("write {number}").format(number=wanted)
                yield entry.passage.hit(entry.start, entry.end, message, hint)
                break
