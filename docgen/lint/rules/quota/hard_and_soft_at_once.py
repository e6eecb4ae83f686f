"""“原则上”与“必须”“一律”不连用。

“原则上”是留有余地，“必须”“一律”“严禁”是不留余地；一句话里两样都说，执行的人无所适从。“原则上不超过”是通常的写法，
不在此列。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="QUOTA-003",
    name="hard-and-soft-at-once",
    title="“原则上”与“必须”“一律”不连用",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="人选原则上必须具有高级职称",
    good="人选原则上应具有高级职称",
    needs=("原则上",),
)

_HARD = ("必须", "一律", "严禁", "务必", "坚决")
_BOTH = Pattern(rf"原则上[^，。；、]{{0,8}}?(?P<hard>{'|'.join(_HARD)})")


def check(reading: Reading) -> Iterator[Hit]:
    """原则上 … 必须 within one clause."""
    for passage in reading.of("body", "annex_body"):
        if not any(word in passage.bare for word in _HARD):
            continue
        for match in _BOTH.finditer(passage.bare):
            message = _('原则上 leaves room, "{hard}" leaves none').format(hard=match["hard"])
            yield passage.hit(*match.span(), message, _("keep one of the two"))
