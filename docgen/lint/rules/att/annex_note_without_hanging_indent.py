"""附件说明一行写不下的，回行与上一行名称的第一个字对齐。

在 Word 里设悬挂缩进，不要靠打空格；顶格回行的，分不清是上一件的名称还是另起一段。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import chars, leading_space, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-016",
    name="annex-note-without-hanging-indent",
    title="附件说明回行与名称首字对齐",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.4; GB/T 33476.2-2016 7.2.4",
    bad="回行顶格",
    good="悬挂缩进至名称首字",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Entries longer than a line."""
    if reading.word is None:
        return
    width = reading.word.sections[0].type_width
    for one in reading.word.of("annex_note"):
        size = one.size or 16
        long = (one.first + one.left + one.right + (len(one.text) + leading_space(one)) * size) > width + size
        if long and chars(one.left, one) < 3:
            message = _("the second line of this entry does not begin below the first character of its name")
            yield of_paragraph(reading, one, message, _("give the paragraph a hanging indent"))
