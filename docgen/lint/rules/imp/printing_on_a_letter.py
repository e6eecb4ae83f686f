"""信函格式的版记不写印发机关和印发日期，也不加分隔线。

信函格式的版记只有抄送机关，排在末面版心的最下方。套用文件格式的模板写函，印发机关和印发日期常常忘了删去。
只看确是信函格式的：有信函特有的红色双线（一粗一细），版头又没有“文件”二字。分隔线画没画，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import whole
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-012",
    name="printing-on-a-letter",
    title="信函格式的版记不加印发机关、印发日期和分隔线",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 10.1",
    bad="函的末页有印发机关和印发日期",
    good="函的末页只有抄送机关",
    needs=("印",),
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Who printed a letter, and when."""
    passage = next(reading.of("imprint"), None)
    if passage is None:
        return
    from docgen.lint.letter import is_letter

    if is_letter(reading):
        message = _("a letter bears no office that printed it, and no day of printing")
        yield whole(passage, message, _("take the line out; only the offices that get a copy stay"))
