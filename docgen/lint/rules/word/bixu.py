"""说少不了的东西，用“必需”：所必需的材料、必需品；“必须”是“一定要”，后面跟着动作。

所以只看“所必须的”“必须品”；“所必须履行的义务”是对的，不报。
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
    code="WORD-004",
    name="bixu-of-duty",
    title="“必需”表不可少",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="所必须的材料",
    good="所必需的材料",
    needs=("所必须", "必须品"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """所必须的."""
    for passage in reading.of(*PROSE):
        for match in _word().finditer(passage.bare):
            message = _('"{words}" is not what is written in official documents').format(words=match.group())
            right = match.group().replace("须", "需")
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _word() -> Pattern:
    return Pattern("所必须(?=的)|必须品")
