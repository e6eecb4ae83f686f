"""相邻的两个数连用表示大概的数目，中间不加顿号：三四天、五六个。

分别指两样东西的缩略说法要加顿号，如“一、二级”“三、四年级”“第二、三款”“五、六月份”，所以只看后面是“天”“个”“小时”“公里”等量词、前面没有
“第”字的。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NUM-014",
    name="mark-in-rough-number",
    title="相邻的两个数表示概数，中间不加顿号",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.5.3.4",
    bad="三、四天",
    good="三四天",
    needs=("一、二", "二、三", "三、四", "四、五", "五、六", "六、七", "七、八", "八、九"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """三、四天."""
    for passage in reading.of(*PROSE):
        for match in _rough().finditer(passage.bare):
            # A line's own number: 一、两个原则.
            if match.start() == 0 or int(_ORDER.index(match["second"])) - _ORDER.index(match["first"]) != 1:
                continue
            message = _('"{words}" is a rough number: no mark between its two figures').format(words=match.group())
            hint = _("write {right}").format(right=match.group().replace("、", ""))
            yield passage.hit(*match.span("mark"), message, hint, "")


_ORDER = "〇一二三四五六七八九"


@functools.cache
def _rough() -> Pattern:
    units = "天|个|岁|小时|公里|里路|分钟|倍|十[天个岁人名里分年]|百[个人名元里]|千[个人名元]|万[个人名元]|成(?!员|果)"
    return Pattern(
        rf"(?<![第前初高星期周其〇一二三四五六七八九十、])(?P<first>[一二三四五六七八])(?P<mark>、)(?P<second>[二三四五六七八九])(?={units})"
    )
