"""同一个日期里不混用汉字数字和阿拉伯数字。

“2026年三月5日”“二〇二六年3月5日”都要改成一种写法，公文里宜用阿拉伯数字。“十月革命”一类的名称和农历日期不看。
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

_CHINESE = "一二三四五六七八九十〇○零"

RULE = Rule(
    code="NUM-011",
    name="mixed-date",
    title="一个日期只用一种数字",
    severity="error",
    tier="标准",
    source="GB/T 15835-2011（汉字数字与阿拉伯数字同时使用）",
    bad="2026年三月5日",
    good="2026年3月5日",
    needs=tuple(part for sign in _CHINESE for part in (f"{sign}月", f"月{sign}", f"{sign}年")),
)


def check(reading: Reading) -> Iterator[Hit]:
    """2026年三月5日."""
    for passage in reading.of(*PROSE, "date", "imprint"):
        for match in _mixed().finditer(passage.bare):
            if match["lunar"] or passage.bare.startswith("革命", match.end()):
                continue
            message = _('the date "{words}" is written in two kinds of numerals').format(words=match.group())
            yield passage.hit(*match.span(), message, _("write all of it in arabic numerals"))


@functools.cache
def _mixed() -> Pattern:
    chinese = f"[{_CHINESE}]"
    day = rf"(?:(?:\d{{1,2}}|{chinese}{{1,3}})[日号])?"
    return Pattern(
        rf"(?P<lunar>(?:农历|阴历|夏历)[^，。；]{{0,4}})?"
        rf"(?:(?<!\d)(?:19|20)\d\d年(?:{chinese}{{1,2}}月{day}|\d{{1,2}}月{chinese}{{1,3}}[日号])"
        rf"|{chinese}{{4}}年\d{{1,2}}月{day}"
        rf"|(?<![\d年]){chinese}{{1,2}}月\d{{1,2}}[日号]|(?<![\d])\d{{1,2}}月{chinese}{{1,3}}日)"
    )
