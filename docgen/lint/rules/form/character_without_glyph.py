"""姓名等处的生僻字，要用有统一编码的字，不用造字。

造字程序放进私用区的字，只在做字的那台计算机上看得见，到别处就成了方框；“�”则是转换时已经丢失的字。《通用规范汉字表》
里的字都有统一编码，换成那个字即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-010",
    name="character-without-glyph",
    title="姓名生僻字须有字形",
    severity="error",
    tier="技术",
    source="Unicode 私用区字符无统一字形",
    bad="私用区造的“㐱”字，别处显示为方框",
    good="用有统一编码的字，如“珺”（U+73FA）",
)

# Bullets of symbol fonts live between F000 and F0FF.
_LOST = Pattern("[\ue000-\uefff\uf100-\uf8ff\ufffd\U000f0000-\U0010ffff]")


def check(reading: Reading) -> Iterator[Hit]:
    """Characters that only one computer can show, or none."""
    if "\ufffd" not in reading.text and reading.text.replace("\n", "").replace("\u3000", "").isprintable():
        return
    for passage in reading.passages:
        for match in _LOST.finditer(passage.text):
            code = f"{ord(match.group()):04X}"
            message = _("the character U+{code} has no shape of its own: elsewhere it prints as a box")
            hint = _("type the character anew as 通用规范汉字表 has it")
            yield passage.hit(*match.span(), message.format(code=code), hint)
