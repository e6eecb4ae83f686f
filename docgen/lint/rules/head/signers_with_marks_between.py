"""几个签发人的姓名之间空一字，不用顿号、逗号。

示例式样里姓名按每行两个、依次左右排列，靠空格分开。campaign 的 signers 每人写一项，docgen 会按式样排；
一项里写了几个人的，排不对。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-007",
    name="marks-between-signers",
    title="多个签发人姓名之间空一字，不用顿号",
    severity="warning",
    tier="实务",
    source="GB/T 9704-2012 7.2.6（式样）；公文实务",
    bad="签发人：赵某、李某",
    good="签发人：赵某　李某",
    needs=(
        "、",
        "，",
        ",",
        "；",
        ";",
    ),
    wants=("letterhead",),
    fixes=True,
)

_SIGNERS = Pattern(r"(?:签\s*发\s*人\s*[:：])?\s*[\u4e00-\u9fff]{2,5}(?:\s*[、，,；;]\s*[\u4e00-\u9fff]{2,5})+")
_MARK = Pattern(r"\s*[、，,；;]\s*")


def check(reading: Reading) -> Iterator[Hit]:
    """Each mark between two names."""
    for passage in reading.of("letterhead"):
        own = passage.loc[:1] == ("signers",) or passage.text.startswith("签")
        if own and _SIGNERS.fullmatch(passage.text):
            for match in _MARK.finditer(passage.text):
                message = _('"{mark}" stands between two signers').format(mark=match.group())
                yield passage.hit(*match.span(), message, _("leave a full-width space there"), "　")
