"""区号和号码之间用短横线“-”，不用一字线“—”，更不用两个字长的“——”。

国标把电话号码列在短横线的例子里（010-88842603）。写成一字线，从PDF里复制出来拨不出去，检索也找不到。
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
    code="NUM-010",
    name="dash-in-telephone-number",
    title="电话号码用短横线“-”连接",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.13.3.1",
    bad="028—87654321",
    good="028-87654321",
    needs=("—", "－", "–", "―", "─"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """028—87654321."""
    for passage in reading.of(*PROSE, "value"):
        for match in _telephone().finditer(passage.unquoted):
            message = _('"{words}" is a telephone number, and a dash stands in it').format(words=match.group())
            yield passage.hit(*match.span("sign"), message, _("write {right}").format(right="-"), "-")


@functools.cache
def _telephone() -> Pattern:
    return Pattern(r"(?<!\d)(?:0\d{2,3}|400)\s?(?P<sign>[—－–―─]{1,2})\s?\d{7,8}(?!\d)")
