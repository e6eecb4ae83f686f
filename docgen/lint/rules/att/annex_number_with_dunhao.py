"""附件顺序号写作“1.”，阿拉伯数字后用下脚点，不用顿号、逗号，也不加括号。

全角的“1．”与标准的示例相近，不按本条提示。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import entries
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-005",
    name="annex-number-with-dunhao",
    title="附件顺序号写“1.”不写“1、”",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="附件：1、职称评审申报表",
    good="附件：1.职称评审申报表",
    needs=("、", "，", ",", "）", ")"),
    wants=("annex_note",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """附件：1、 or （1） in the list."""
    for entry in entries(reading):
        match = _number().match(entry.head)
        if match:
            right = f"{entry.number}."
            message = _('the number of the annex is typed "{number}"').format(number=match[1])
            yield entry.passage.hit(*match.span(1), message, _("write {right}").format(right=right), right)


@functools.cache
def _number() -> Pattern:
    return Pattern(r"(?:附\s*件\s*[:：]\s*)?(\d{1,2}\s*[、,，]|[（(]\d{1,2}[）)]|\d{1,2}[）)])\s*$")
