"""转发类标题不叠“的通知的通知”。

转发通知的通知，可以把来文标题放进书名号，再写一个“的通知”；也可以只写来文的事由。
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
    code="TITLE-015",
    name="notice-of-notice",
    title="转发类标题不叠“的通知的通知”",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于转发省厅关于做好申报工作的通知的通知",
    good="关于转发《省厅关于做好申报工作的通知》的通知",
    needs=("的通知的通知",),
)

_TWICE = Pattern(r"的(通知|意见|通报|函|公告|决定|批复)》?(?:的(?:通知|函|通报|意见)){2,}$|(?<!》)的通知的通知$")


def check(reading: Reading) -> Iterator[Hit]:
    """的通知的通知, outside of 《》."""
    title = title_of(reading)
    match = _TWICE.search(without_tail(title.text)) if title else None
    if title and match:
        message = _('the title ends with "{words}"').format(words=match.group())
        yield title.hit(*match.span(), message, _("put the other document's title in 《》, or name its matter alone"))
