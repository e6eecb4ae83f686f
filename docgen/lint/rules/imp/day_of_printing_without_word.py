"""印发日期之后加“印发”二字。

只看紧接在抄送机关之后、写着机关和日期的那一行；docgen 自己排的版记总是带着“印发”。
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-005",
    name="day-of-printing-without-word",
    title="印发日期后加“印发”二字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.4.3",
    bad="示例市人力资源和社会保障局办公室　2026年3月6日",
    good="示例市人力资源和社会保障局办公室　2026年3月6日印发",
    needs=("抄送", "抄报"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """An office and a day right below 抄送, without 印发."""
    if reading.loaded:
        return
    for before, passage in itertools.pairwise(reading.passages):
        match = _printed().search(passage.text) if before.part == "copies_to" else None
        if match:
            message = _("the day of printing stands without 印发")
            right = f"{match[1]}印发"
            yield passage.hit(*match.span(1), message, _("write {right}").format(right=right), right)


@functools.cache
def _printed() -> Pattern:
    return Pattern(r"(?:局|厅|办公室|办公厅|委员会|委|处|部|院|政府)\s+(\d{4}年\d{1,2}月\d{1,2}日)$")
