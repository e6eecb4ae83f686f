"""附件说明写作“附件：1.名称”，顺序号在冒号之后；“附件1：”不是附件说明的写法。

“附件1”是附件自己那一页左上角的标注，后面既没有冒号也没有名称。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import Entry, entries
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-003",
    name="annex-number-before-colon",
    title="附件说明写“附件：1.”，不写“附件1：”",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="附件1：职称评审申报表",
    good="附件：1.职称评审申报表",
    needs=("附件", "附 件", "附　件"),
    wants=("annex_note",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """附件1： in the list."""
    listed = entries(reading)
    for entry in listed:
        match = _late().match(entry.passage.text)
        if match:
            message = _('the number of the annex stands in "{label}", before the colon').format(label=match[0].strip())
            right = _right(entry, listed)
            yield entry.passage.hit(0, match.end(), message, _("write {right}").format(right=right), right)


def _right(entry: Entry, listed: list[Entry]) -> str:
    if len(listed) == 1:
        return "附件："
    return f"附件：{entry.number}." if entry is listed[0] else f"{entry.number}."


@functools.cache
def _late() -> Pattern:
    return Pattern(r"(?:附\s*件\s*[:：]\s*)?附\s*件\s*\d{1,2}\s*(?:[:：.．、]|(?<=\d)(?=\s))\s*")
