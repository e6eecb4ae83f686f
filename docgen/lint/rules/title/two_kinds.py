"""一份公文只有一个文种：请示就是请示，报告就是报告。

“请示报告”既像请示又像报告，上级机关无从知道要不要批复；条例还规定不得在报告中夹带请示事项。
其他重叠（“请示函”“公告通知”等）同理。
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
    code="TITLE-004",
    name="two-kinds",
    title="文种不得重叠",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第八条、第十五条（四）",
    bad="关于追加经费的请示报告",
    good="关于追加经费的请示",
    wants=("title",),
)

_TWO = Pattern(
    r"(?:请示的?报告|报告的?请示|申请的?报告|申请的?请示|请示的?函|报告的?函|通知的?函|公告的?函|通告的?函"
    r"|公告的?通知|通告的?通知|通报的?通知|决定的?通知|请示的?请示|报告的?报告)$"
)
_REPORTED = Pattern(r"(?:转发|印发|批转|公布|执行|落实|贯彻|修改|废止|撤销|征求)")


def check(reading: Reading) -> Iterator[Hit]:
    """Two kinds, one behind the other, at the title's end; not where one document hands on another."""
    title = title_of(reading)
    match = _TWO.search(without_tail(title.unquoted)) if title else None
    if title and match and not _REPORTED.search(title.text):
        message = _('"{kinds}" are two kinds of document').format(kinds=match.group())
        yield title.hit(*match.span(), message, _("keep one of them"))
