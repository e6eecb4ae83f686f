"""年份写全四位：2026年3月5日，不写26年3月5日。

“工作满10年3个月”一类的时长不是日期，不看。缺的两位由作者补，本条不代为改写。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-005",
    name="two-digit-year-in-date",
    title="年份不简写",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.4；GB/T 15835-2011",
    bad="26年3月5日",
    good="2026年3月5日",
    needs=("年",),
)

_DATE = Pattern(
    r"(?<![\d.〇○零一二三四五六七八九十])[’'‘]?(\d\d)\s*年\s*(?:0?[1-9]|1[0-2])\s*月\s*(?:[12]\d|3[01]|0?[1-9])\s*[日号]"
)


def check(reading: Reading) -> Iterator[Hit]:
    """Two digits, 年, a month and a day."""
    for passage in reading.passages:
        if passage.part in ("attached", "cell"):
            continue
        for match in _DATE.finditer(passage.bare):
            if not re.search("[满共计已历时]$", passage.text[: match.start()]):
                message = _('the year of "{date}" has only two digits').format(date=match.group())
                yield passage.hit(*match.span(), message, _("write all four"))
