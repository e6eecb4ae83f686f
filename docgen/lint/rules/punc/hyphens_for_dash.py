"""破折号占两个字的位置，写作“——”，不用两个短横线“--”“－－”凑，也不接成三个字长。

只看前后都是汉字的；表格的分隔线、填空的横线不看。
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
    code="PUNC-011",
    name="hyphens-for-dash",
    title="破折号是“——”",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.10",
    bad="通知--补充说明",
    good="通知——补充说明",
    needs=("--", "－－", "——"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """通知--补充."""
    for passage in reading.of(*PROSE):
        for match in _dashes().finditer(passage.bare):
            message = _('"{dashes}" stands for a dash').format(dashes=match.group())
            yield passage.hit(*match.span(), message, _("write {right}").format(right="——"), "——")


@functools.cache
def _dashes() -> Pattern:
    chinese = "[\u4e00-\u9fff）》”\ufffc]"
    return Pattern(rf"(?<={chinese})(?:-{{2,3}}|－{{2}}|—{{3}})(?=[\u4e00-\u9fff（《“\ufffc])")
