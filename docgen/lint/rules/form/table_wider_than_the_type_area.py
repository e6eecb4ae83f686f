"""竖排的表，总宽不超过版心（156毫米）。

表比版心宽，装订时左边会压住订口，右边会裁掉。Word 默认的表格两边各多出一点，4毫米以内不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.document.measure import MM_PER_POINT
from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-001",
    name="table-wider-than-the-type-area",
    title="表格总宽不超版心",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 5.2.1",
    bad="表宽170毫米，版心156毫米",
    good="表宽156毫米",
    wants=("word",),
)

_SLACK = 4.0
"""mm; Word's own tables are wider than the text by the margins of their cells."""


def check(reading: Reading) -> Iterator[Hit]:
    """The tables of a Word file, as wide as their columns."""
    for table in reading.word.tables if reading.word else ():
        width, room = table.width * MM_PER_POINT, table.section.type_width * MM_PER_POINT
        if width > room + _SLACK:
            message = _("the table is {width} mm wide, the type area {room} mm")
            yield of_paragraph(reading, table.first, message.format(width=round(width), room=round(room)))
