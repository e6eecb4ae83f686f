"""文中写了总数，又写“其中”各多少的，各项之和应当与总数相符。

“招募500名，其中支教190名、支农120名、支医130名、帮扶70名”，加起来是510名，必有一个数没有改。只看列出三项以上、量词相
同的；各项之和大于总数的是警告，略小于总数（差一个，或者不到百分之五）的只作提示，因为有的没有列全。按性别、党派、
年龄、学历分的会有重叠，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, Severity
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="QUOTA-004",
    name="parts-in-the-words-that-do-not-add-up",
    title="文中各项之和与总数相符",
    severity="warning",
    tier="计算",
    source="计算校验",
    bad="招募500名，其中支教190名、支农120名、支医130名、帮扶70名",
    good="招募500名，其中支教180名、支农120名、支医130名、帮扶70名",
    needs=("其中",),
)

_NUMBER = r"\d{1,6}"
_PART = rf"(?:20\d\d\s*年度?)?[^\d，。；、（）()]{{0,20}}{_NUMBER}(?P=unit)"
_WHOLE = Pattern(
    rf"(?P<total>(?<![\d.—－～-]){_NUMBER})(?P<unit>名|个|人|家|项|户|支|套|所|件|人次|万元)"
    rf"[，,。；：（(]?其中[，：]?(?P<parts>{_PART}(?:[、，和及]{_PART}){{2,}})(?![等多余])"
)
_OVERLAPS = Pattern("[男女岁]|党员|团员|民族|学历|学位|博士|硕士|本科|职称|高级|残疾|兼")
NEARLY = 0.05
"""Of the total: a sum that lacks no more was probably meant to be the whole."""


def check(reading: Reading) -> Iterator[Hit]:
    """500名，其中…190名、…120名、…: three parts or more."""
    for passage in reading.of("body", "annex_body"):
        for match in _WHOLE.finditer(passage.bare):
            found = sum(
                int(part["n"]) for part in Pattern(rf"(?P<n>{_NUMBER}){match['unit']}").finditer(match["parts"])
            )
            total = int(match["total"])
            lacks = total - found
            if not lacks or lacks > max(1, NEARLY * total) or _OVERLAPS.search(match["parts"]):
                continue
            severity: Severity | None = "info" if lacks > 0 else None
            message = _("the parts add up to {parts}, the total is {total}").format(parts=found, total=total)
            hint = _("see which of the numbers is right")
            yield passage.hit(match.start("total"), match.end("parts"), message, hint, severity=severity)
