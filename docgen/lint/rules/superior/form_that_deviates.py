"""使用上级的表，或者说明不同之处。

上级统一制表的，下级改了栏目，汇总时就对不上。确需不同的，在 deviations: 里逐表写明理由。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.superior import problems_as_hits

RULE = Rule(
    code="SUP-002",
    name="form-that-deviates",
    title="使用上级的表，或者说明不同之处",
    severity="warning",
    tier="实务",
    source="一致性校验（superior:）",
    bad="上级用 tui 表，本地用 tui2 表而未说明",
    good="deviations: {form: 增加了本市人才编号一栏}",
    wants=("superior",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """What ``superior_problems`` says of it (code C132)."""
    return problems_as_hits(reading, "C132")
