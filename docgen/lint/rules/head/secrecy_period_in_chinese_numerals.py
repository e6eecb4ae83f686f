"""保密期限中的数字用阿拉伯数字：秘密★1年。

密级与保密期限之间用“★”隔开，数字后面写“年”“个月”或者“天”。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-002",
    name="secrecy-period-in-chinese-numerals",
    title="保密期限中的数字用阿拉伯数字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.2",
    bad="秘密★一年",
    good="秘密★1年",
    needs=("★",),
    fixes=True,
)

_NUMBER = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"
_PERIOD = Pattern(rf"(?:绝密|机密|秘密)\s*★\s*({_NUMBER})\s*(?:年|个月|天|日)")
_DIGITS = "一二三四五六七八九"


def check(reading: Reading) -> Iterator[Hit]:
    """Chinese numerals between ★ and the unit."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _PERIOD.finditer(passage.unquoted):
            message = _('the period of secrecy "{period}" is written with Chinese numerals').format(period=match[1])
            number = _number(match[1])
            yield passage.hit(*match.span(1), message, _("write {number}").format(number=number), number)


def _number(text: str) -> str:
    """二十五 → 25."""
    tens, ten, ones = text.rpartition("十")
    high = (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0
    return str(10 * high + (_DIGITS.index(ones) + 1 if ones else 0))
