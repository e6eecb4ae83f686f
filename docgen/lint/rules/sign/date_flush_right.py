"""加盖印章的，成文日期右空四字；不加盖印章的，右边也不顶格。

日期右对齐而没有右缩进，署名就没有地方居中，章也盖到了版心以外。日期后面打了空格的，算空出来了。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import chars, of_paragraph, raw
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-001",
    name="date-flush-right",
    title="成文日期右空四字，署名以日期为准居中",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.1",
    bad="署名、日期均右对齐顶格",
    good="日期右空四字，署名居中于日期之上",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The date of a Word file, where it is aligned to the right."""
    for one in reading.word.of("date") if reading.word else ():
        space = len(raw(one)) - len(raw(one).rstrip())
        if not one.cell and one.align == "right" and chars(one.right, one) + space < 1:
            message = _("the date stands at the very right edge, not four characters in")
            yield of_paragraph(reading, one, message, _("indent it by four characters at the right"))
