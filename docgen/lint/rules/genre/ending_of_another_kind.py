"""结束语与文种相配：通知用“特此通知”，函用“特此函告”，报告用“特此报告”。

只看段末的“特此……”；标题看不出文种的不提示。没有结束语不算毛病。
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
    code="GENRE-005",
    name="ending-of-another-kind",
    title="结束语与文种匹配",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="函以“特此通知”结尾",
    good="函以“特此函告”“请予支持为盼”结尾",
    needs=("特此",),
)

_KINDS = {
    "通知": "通知",
    "通报": "通报",
    "通告": "通告",
    "公告": "公告",
    "报告": "报告",
    "请示": "请示",
    "批复": "批复",
    "函告": "函",
    "函达": "函",
    "函复": "函",
    "函询": "函",
}
"""What follows 特此, and the kind that it belongs to."""


def check(reading: Reading) -> Iterator[Hit]:
    """特此… of another kind at the end of a paragraph."""
    kind = genre_of(reading)
    if not kind:
        return
    for passage in reading.of("body"):
        match = _ending().search(passage.unquoted)
        if match and _KINDS[match[1]] != kind:
            message = _('"{words}" ends a {other}, and this is a {kind}')
            text = message.format(words=match[0].rstrip("。"), other=_KINDS[match[1]], kind=kind)
            yield passage.hit(*match.span(), text, _("let the last words be those of its kind, or leave them out"))


@functools.cache
def _ending() -> Pattern:
    return Pattern(f"特此({'|'.join(_KINDS)})(?=[。！]?$)")
