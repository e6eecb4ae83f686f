"""版记用四号仿宋。

四号是14磅，比正文小一号；版记用三号的，多半是从正文粘贴下来的。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-014",
    name="imprint-in-other-size",
    title="版记用4号仿宋",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.4.2 7.4.3(一般)",
    bad="版记用3号",
    good="版记用4号仿宋",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The size of copies and printing; the first that is wrong."""
    for one in reading.word.of("copies_to", "imprint") if reading.word else ():
        if one.size and abs(one.size - 14) > 0.3:
            message = _("the imprint is set in {size} pt, not in 14 pt (size four)")
            yield of_paragraph(reading, one, message.format(size=f"{one.size:g}"))
            return
