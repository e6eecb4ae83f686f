"""数值的起止用浪纹线“～”，也可以用一字线“—”，不用短横线“-”。

短横线用来连接编号、型号、电话号码，“3-5”也会读成三减五。只看后面跟着量词或者计量单位的；楼号、门牌、编号和前后还连着别的字母数字的不看。年月
日的起止由 NUM-006 管，时刻由 NUM-007 管。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-005",
    name="hyphen-in-range-of-numbers",
    title="数值的范围用浪纹线或一字线",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.13.3.2；GB/T 15835-2011（数值范围）",
    bad="3-5个工作日",
    good="3～5个工作日",
    needs=("-",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """3-5个."""
    for passage in reading.of(*PROSE):
        if "-" not in passage.bare:
            continue
        for match in _range().finditer(passage.bare):
            if _is_other(match):
                continue
            message = _('"{words}" is a range of numbers, and a hyphen joins its ends').format(words=match.group())
            yield passage.hit(*match.span("sign"), message, _("write {right}").format(right="～"), "～")


def _is_other(match: re.Match[str]) -> bool:
    """Ordinals, years, and what NUM-001 and NUM-002 see first."""
    before = match.string[: match.start()]
    if before.endswith(("第", "附件", "表", "图", "附录")):
        return True
    if match["after"] == "年" and len(match["second"]) == 4:
        return True
    return not match["unit"] and match["after"] in ("%", "％", "‰", "万", "亿")


@functools.cache
def _range() -> Pattern:
    number = r"\d+(?:\.\d+)?"
    own = r"%|％|‰|万元?|亿元?|元|个|名|人|岁|天|小时|分钟|米|公里"
    return Pattern(
        rf"(?<![A-Za-z0-9_.+/〔\[-]){number}(?P<unit>{own})?\s?(?P<sign>-)\s?(?P<second>{number})\s?(?P<after>{_UNITS})"
    )


_UNITS = (
    r"个|名|人|位|岁|天|周(?!岁)|年(?!级|代)|小时|分钟|秒|次|倍|份|项|篇|部|家|门|页|字|元|%|％|‰|万|亿|千|百|工作日|"
    r"公里|千米|米|厘米|毫米|平方|公斤|千克|克|吨|毫升|升|℃|学时|课时|学分|件|台|寸|种|支|km|kg|cm|mm"
)
