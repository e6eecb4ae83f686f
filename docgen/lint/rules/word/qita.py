"""公文里统一用“其他”，指人指事都用，不用“其它”。

两个写法意思一样，法律、法规通用的是“其他”，同一份公文里不要两样都有。书名号、引号之内的照录原文。
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
    code="WORD-001",
    name="qita-with-ta-of-things",
    title="公文统一用“其他”",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="其它人员",
    good="其他人员",
    needs=("其它",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """其它."""
    for passage in reading.of(*PROSE):
        for match in _word().finditer(passage.bare):
            message = _('"{words}" is not what is written in official documents').format(words=match.group())
            right = "其他"
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _word() -> Pattern:
    return Pattern("其它")
