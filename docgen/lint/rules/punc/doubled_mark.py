"""逗号、句号、顿号、分号、冒号不连用两个。

两个一样的，去掉一个；两个不一样的（“，。”），留哪个要看意思，只报不改。省略号误用三个句号的由 PUNC-007 管。
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

_MARKS = "，。、；："
_PAIRS = tuple(
    first + second
    for first, second in itertools.product(_MARKS + ",;", repeat=2)
    if first in _MARKS or second in _MARKS
)

RULE = Rule(
    code="PUNC-006",
    name="doubled-mark",
    title="点号不重复",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 5.1.1",
    bad="消防、用电等，，具体见附件",
    good="消防、用电等，具体见附件",
    needs=_PAIRS,
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """，，."""
    for passage in reading.of(*PROSE):
        for match in _doubled().finditer(passage.bare):
            marks = match.group()
            full = {_FULL.get(mark, mark) for mark in marks}
            if marks.startswith("。。。") or not full & set(marks):
                continue
            right = full.pop() if len(full) == 1 else None
            hint = _("write {right}").format(right=right) if right else _("keep the one that is meant")
            yield passage.hit(*match.span(), _('"{marks}": one mark is too many').format(marks=marks), hint, right)


_FULL = {",": "，", ";": "；"}


@functools.cache
def _doubled() -> Pattern:
    return Pattern("[，。、；：,;]{2,}")
