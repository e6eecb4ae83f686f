"""信函格式的发文字号顶格居右，不居中。

信函格式的第一条红色双线下面，份号、密级、紧急程度在左，发文字号在右，标题与它们相距二行。文号居中是文件格式的排法。
函也可以用文件格式印发，那时文号居中并没有错，所以只看确是信函格式的：Word 文件或 PDF 里有信函特有的红色双线（一粗一
细），版头又没有“文件”二字。文号在表格、文本框里的，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-011",
    name="letter-number-in-the-middle",
    title="信函格式的发文字号顶格居右，不居中",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 10.1",
    bad="函的红色双线下，文号居中",
    good="函的红色双线下，文号顶格居右",
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The number of a letter, where it is set in the middle."""
    from docgen.lint.head import head_lines
    from docgen.lint.letter import is_letter

    for line in head_lines(reading):
        if line.part == "number" and line.centred and is_letter(reading):
            message = _("the number of a letter stands in the middle")
            yield line.hit(message, _("set it at the right edge, below the first double line"))
