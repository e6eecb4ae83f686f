"""事由与文种之间用“的”：关于做好职称申报工作的通知。

“关于做好职称申报工作通知”少一个“的”字，读起来不通。“补充通知”“紧急通知”“实施意见”等，“的”在修饰词之前。
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
    code="TITLE-016",
    name="no-de-before-kind",
    title="事由与文种之间用“的”",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于做好职称申报工作通知",
    good="关于做好职称申报工作的通知",
    needs=("关于",),
    fixes=True,
)

_NO_DE = Pattern(r"关于[^的]*(?<!的)(通知|请示|批复|通告|公告)$")
_BEFORE = Pattern(r"(?:补充|紧急|预备|联合|若干|征求意见|会议|停电|停水)$")


def check(reading: Reading) -> Iterator[Hit]:
    """关于…… and a kind, and no 的 anywhere."""
    title = title_of(reading)
    match = _NO_DE.search(without_tail(title.unquoted)) if title else None
    if title and match and not _BEFORE.search(title.text[: match.start(1)]):
        message = _('"的" is missing before "{kind}"').format(kind=match[1])
        yield title.hit(*match.span(1), message, _("write 的{kind}").format(kind=match[1]), f"的{match[1]}")
