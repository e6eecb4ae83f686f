"""“第几到第几”的起止用浪纹线“～”或者一字线“—”，不用短横线“-”。

国标自己的例子就是“第五～八课”，所以浪纹线不报；“附件2—7”一类的范围由附件一组的规则去管。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-008",
    name="hyphen-between-ordinals",
    title="序数的起止不用短横线",
    severity="info",
    tier="标准",
    source="GB/T 15834-2011 4.13.3.2",
    bad="第21-30条",
    good="第21～30条",
    needs=("-",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """第21-30条."""
    for passage in reading.of(*PROSE):
        if "-" not in passage.bare:
            continue
        for match in _ordinals().finditer(passage.bare):
            message = _('"{words}" is a range of ordinals, and a hyphen joins its ends').format(words=match.group())
            yield passage.hit(*match.span("sign"), message, _("write {right}").format(right="～"), "～")


@functools.cache
def _ordinals() -> Pattern:
    number = r"(?:\d{1,4}|[一二三四五六七八九十百零〇]{1,6})"
    return Pattern(rf"第{number}[条款项页章节]?\s?(?P<sign>-)\s?第?{number}[条款项页章节届期批次名位周讲课]")
