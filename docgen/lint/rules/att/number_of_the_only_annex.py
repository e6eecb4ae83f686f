"""只有一个附件时不编顺序号，直接写“附件：名称”；多个附件才用“1.”“2.”编号。

附件页上另有“附件2”的，说明附件说明漏列了别的附件，不按本条提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import entries, pages
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-002",
    name="number-of-the-only-annex",
    title="只有一个附件不编顺序号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="附件：1.职称评审申报表（仅一个附件）",
    good="附件：职称评审申报表",
    needs=("附件", "附 件", "附　件"),
    wants=("annex_note",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """附件：1. with no second line and no second annex."""
    found = entries(reading)
    if len(found) != 1 or found[0].number != 1 or len(pages(reading)) > 1:
        return
    only = found[0]
    match = re.search(r"1\s*[.．、,，]\s*$", only.head)
    if not match or re.search(r"\s2\s*[.．、]", only.name):
        return
    message = _("the only annex bears a number")
    hint = _("write {right}").format(right=f"附件：{only.name}")
    yield only.passage.hit(match.start(), len(only.head), message, hint, "")
