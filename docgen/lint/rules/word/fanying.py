"""把情况、意见告诉上级或者有关部门，用“反映”；“反应”是受了刺激之后的变化。

只看“如实（及时、逐级）反应情况（问题、意见、诉求）”和“情况反应给……”；“不良反应情况”“化学反应”“反应强烈”“快速反应”不报。
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
    code="WORD-005",
    name="fanying-of-chemistry",
    title="告知用“反映”",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="请如实反应情况",
    good="请如实反映情况",
    needs=("反应",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """反应情况."""
    for passage in reading.of(*PROSE):
        for match in _word().finditer(passage.bare):
            message = _('"{words}" is not what is written in official documents').format(words=match.group())
            right = match.group().replace("应", "映")
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _word() -> Pattern:
    what = "情况|问题|意见|线索|诉求"
    to_somebody = "(?:(?<=情况)|(?<=问题)|(?<=意见)|(?<=线索))反应(?=[给到至])"
    return Pattern(f"(?:(?<=如实)|(?<=及时)|(?<=逐级))反应(?={what})|{to_somebody}")
