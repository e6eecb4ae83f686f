"""发给下级的通知不称“贵局”，直接写“你局”或者“各单位”。

“贵”用于平级之间的函。“贵单位”“贵校”在邀请性质的通知里常见，不提示；“贵州”“贵阳”不是称呼。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import genre_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="GENRE-002",
    name="polite-form-downward",
    title="下行文不用“贵局”",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="请贵局认真组织实施（通知）",
    good="请认真组织实施",
    needs=("贵局", "贵厅", "贵委", "贵办", "贵处"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """贵局 in a document to lower offices."""
    if genre_of(reading) not in ("通知", "通报", "批复", "决定"):
        return
    for passage in reading.of("body"):
        for match in _polite().finditer(passage.unquoted):
            message = _('"{word}" is said among equals, not to lower offices').format(word=match[0])
            yield passage.hit(*match.span(), message, _("write 你局, or leave it out"))


@functools.cache
def _polite() -> Pattern:
    return Pattern("贵(?:局|厅|委|办|处)")
