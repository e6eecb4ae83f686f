"""用汉字写的年份，零写作“〇”，不写成阿拉伯数字“0”、字母“O”。

看上去差不多，检索、转换格式的时候却是另外的字。旧公文里常用的圆圈“○”不报。
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
    code="NUM-012",
    name="other-sign-for-zero-in-year",
    title="汉字年份里的“〇”不写成“0”或者字母",
    severity="error",
    tier="标准",
    source="GB/T 15835-2011（“零”和“〇”）",
    bad="二0二六年",
    good="二〇二六年",
    needs=("0年", "0一", "0二", "0零", "二0", "О", "O", "o", "Ｏ", "０", "ο"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """二0二六年."""
    for passage in reading.of(*PROSE, "date", "imprint", "annex_note"):
        for match in _year().finditer(passage.unquoted):
            right = re.sub(f"[{_WRONG}]", "〇", match.group())
            if right == match.group():
                continue
            message = _('another sign stands for 〇 in the year "{words}"').format(words=match.group())
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


_WRONG = "0０OoＯＯОоοΟ"


@functools.cache
def _year() -> Pattern:
    sign = f"[一二三四五六七八九〇○零{_WRONG}]"
    return Pattern(rf"[一二]{sign}{{2}}[一二三四五六七八九〇○零{_WRONG}](?=\s?年)")
