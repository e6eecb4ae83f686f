"""花名册的每一行都能用。

电话、邮箱、统一社会信用代码、身份证号的写法，必填的格，字数，名额，可选的项，重复的单位：有毛病的行不会生成表格，
另存在 failed-rows.xlsx 里，改好再用。
这里只看活动文件 units: 写明的花名册的前两千行；docgen units check 逐行细查。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit, Severity, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.roster.unit import BadRow

RULE = Rule(
    code="ROSTER-001",
    name="row-not-in-order",
    title="花名册的每一行都能用",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="联系电话：1381234567（十位）",
    good="联系电话：13812345678",
    wants=("roster",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Every fault of every row."""
    for row in reading.rows:
        for fault in row.faults if isinstance(row, BadRow) else row.warnings:
            problem = fault.problem
            if problem.place:
                severity: Severity = "warning" if fault.severity == "warning" else "error"
                yield at(problem.place, f"{problem.code} {problem.message}", problem.hint, severity)
