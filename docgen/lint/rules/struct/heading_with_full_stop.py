"""独占一行的第一层标题，末尾不用标点。

“一、……。”整句成段的写法（逐条规定）不在此列：只有别的第一层标题都不带标点、这一个标题又短、下面还有内容时才提示。
第二层“（一）……。”后面接写正文是通行的写法，不看。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.points import CHINESE, Point
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-012",
    name="heading-with-full-stop",
    title="独占一行的第一层标题末尾不用标点",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="一、申报范围。",
    good="一、申报范围",
    fixes=True,
)

_SHORT = 15
"""A heading has so many characters at most."""
_MARKS = "。；，;,."


def check(reading: Reading) -> Iterator[Hit]:
    """A short line of the first level with a mark at its end, among others that have none."""
    for section in reading.sections:
        headings = [point for point in section.points if point.level == 1]
        plain = [point for point in headings if len(point.rest) <= _SHORT and not re.search(r"[，。；：]", point.rest)]
        if len(plain) < 2:
            continue
        followed = {one.row for one in headings}
        for point in headings:
            if _is_heading(point) and point.row + 1 < len(section.passages) and point.row + 1 not in followed:
                text = point.passage.text
                message = _('the heading ends in "{mark}"').format(mark=text[-1])
                yield point.passage.hit(len(text) - 1, len(text), message, _("delete it"), "")


def _is_heading(point: Point) -> bool:
    words = point.rest
    if words[0] in CHINESE:
        return False  # 一、二等奖各一名。
    return words[-1] in _MARKS and len(words) <= _SHORT and not re.search(r"[，。；：、]", words[:-1])
