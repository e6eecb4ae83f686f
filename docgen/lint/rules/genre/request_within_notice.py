"""通知、报告里不夹带请示事项。

“妥否，请批示”是请示的结语。报告不要求答复，通知是给下级的；有事项要上级批准的，另行请示。
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
    code="GENRE-001",
    name="request-within-notice",
    title="通知、报告不夹带请示",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条（四）",
    bad="妥否，请批示。（通知）",
    good="（删除或另行请示）",
    needs=("批示", "批复", "审批", "审示", "指示"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """妥否，请批示 in a 通知 or a 报告."""
    kind = genre_of(reading)
    if kind not in ("通知", "通报", "报告"):
        return
    for passage in reading.of("body"):
        match = _asks().search(passage.unquoted)
        if match:
            message = _('"{words}" asks for a decision, as a {kind} does not')
            hint = _("delete it, or write a 请示 of its own")
            yield passage.hit(*match.span(), message.format(words=match[0], kind=kind), hint)


@functools.cache
def _asks() -> Pattern:
    return Pattern(
        r"(?:妥否|当否|可否|是否妥当|是否可行|以上请示)[，,\s]*(?:恳?请|望)(?:予)?(?:批示|批复|审批|审示|指示)"
    )
