"""页码离版心边缘空一字：单页空在右边，双页空在左边。

在 Word 里给页脚段落设缩进，单页右缩进一字，双页左缩进一字。把全角空格打在页码前面，右对齐的页码还是顶着边。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.layout import chars, raw
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PAGE-003",
    name="page-number-flush-with-edge",
    title="“空一字”在外侧：单页右缩进、双页左缩进",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="页脚右对齐，无缩进",
    good="页脚右对齐，右缩进一字",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Footers with a page number at the edge of the type area."""
    for one in reading.word.numbered_footers if reading.word else ():
        text = raw(one)
        if one.boxed:
            continue
        right = one.align == "right" and chars(one.right, one) < 0.5 and text == text.rstrip()
        left = one.align in ("left", "both") and chars(one.left + one.first, one) < 0.5 and text == text.lstrip()
        if right or left:
            message = _("the page number stands at the very edge, not one character in")
            yield at(one.place, message, _("indent the footer by one character, at the right or at the left"))
            return
