"""紧急程度标在版头，不写进标题。

“紧急通知”的“紧急”收文时看不出是特急还是加急。docgen 里写 urgency: 特急（或者加急），标题仍用“通知”。
书名号里是别人的标题，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of, without_tail
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-005",
    name="urgency-in-title",
    title="紧急程度是版头要素，不写进标题",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于报送申报材料的紧急通知",
    good="关于报送申报材料的通知（版头标“特急”）",
    needs=("急",),
)

_URGENT = Pattern(r"(紧急|特急|加急)(?:通知|通报|通告|公告|请示|报告|函)$")


def check(reading: Reading) -> Iterator[Hit]:
    """紧急 before the kind of document."""
    title = title_of(reading)
    match = _URGENT.search(without_tail(title.unquoted)) if title else None
    if title and match:
        message = _('the title says "{word}"').format(word=match[1])
        hint = _("the letterhead says how urgent it is: urgency: 特急 or 加急")
        yield title.hit(*match.span(1), message, hint)
