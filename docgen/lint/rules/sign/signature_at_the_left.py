"""署名和成文日期在右边，不在左边。

不加盖印章的，署名右空二字，日期的第一个字比署名的第一个字右移二字；加盖印章的，日期右空四字，署名居中于日期之上。两
行都在左边起头的，是格式没有设。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import left_edge, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-002",
    name="signature-at-the-left",
    title="署名右空二字，日期首字比署名首字右移二字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.2",
    bad="署名与日期左对齐",
    good="署名右空二字，日期首字右移二字",
    wants=("word",),
)

_FEW = 6.0
"""Characters from the left within which nothing is signed."""


def check(reading: Reading) -> Iterator[Hit]:
    """Signature and date of a Word file; the first that is at the left is told."""
    for one in reading.word.of("signature", "date") if reading.word else ():
        if not one.cell and one.align in ("left", "both") and left_edge(one) < _FEW and not one.boxed:
            yield of_paragraph(reading, one, _("this line of the signature stands at the left"))
            return
