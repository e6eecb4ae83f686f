"""“附件1”用三号黑体，顶格写在第一行。

不居中，不缩进，不用仿宋；后面不加冒号。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import HEITI, is_face, left_edge, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-014",
    name="annex-label-in-other-type",
    title="“附件”及顺序号用3号黑体顶格于版心左上角第一行",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="“附件1”居中，仿宋",
    good="“附件1”顶格，3号黑体",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Typeface, size and place of each label."""
    for one in reading.word.of("annex_label") if reading.word else ():
        if one.align in ("center", "right") or left_edge(one) > 0.5:
            yield of_paragraph(reading, one, _("the label of the annex does not stand at the left edge"))
        elif is_face(one.font, HEITI) is False:
            message = _("the label of the annex is set in {font}, not in 黑体").format(font=one.font)
            yield of_paragraph(reading, one, message)
        elif one.size and abs(one.size - 16) > 0.3:
            message = _("the label of the annex is set in {size} pt, not in 16 pt (size three)")
            yield of_paragraph(reading, one, message.format(size=f"{one.size:g}"))
