"""正文里的年份宜用阿拉伯数字，同成文日期一致。

2012年以后的公文，成文日期用阿拉伯数字；正文里再写“二〇二六年”，同一份公文就有了两种写法。书名号、引号之内的照录原文；法律文件自己的体例也可以
不改。
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
    code="NUM-015",
    name="year-in-chinese-numerals",
    title="正文里的年份宜用阿拉伯数字",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="二〇二六年职称申报",
    good="2026年职称申报",
    needs=("一九", "二〇", "二○", "二零"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """二〇二六年."""
    for passage in reading.of(*PROSE):
        for match in _year().finditer(passage.bare):
            message = _('the year "{words}" is written in Chinese numerals').format(words=match.group())
            right = "".join(str(_VALUES[sign]) for sign in match.group()[:-1]) + "年"
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right))


_VALUES = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}


@functools.cache
def _year() -> Pattern:
    return Pattern(r"(?:一九|二[〇○零])[〇○零一二三四五六七八九]{2}年(?!\d)")
