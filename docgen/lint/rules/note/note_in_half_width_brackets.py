"""附注的圆括号用全角“（）”，不用半角“()”。

年度工作的 note 本来不用写括号，docgen 会加上；写了半角括号，就会印成两层。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NOTE-002",
    name="note-in-half-width-brackets",
    title="附注用全角圆括号",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 5.1",
    bad="(联系人：张某)",
    good="（联系人：张某）",
    needs=("(", ")"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A note whose outer brackets are not both full-width."""
    for passage in reading.of("note"):
        match = re.fullmatch(r"[（(](.+)[）)]", passage.text)
        if match and match[0] != (right := f"（{match[1]}）"):
            message = _("the note stands in half-width brackets")
            yield passage.hit(0, len(passage.text), message, _("write {right}").format(right=right), right)
