"""已勾选的方框用“■”或“√”，不用“☑”“☒”“✔”。

公文常用的仿宋、宋体和常见的自由字体里没有“☑”“☒”，打印出来是方框或者空白；“□”“■”“√”在国标字符集里，都有。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-012",
    name="ticked-box-without-glyph",
    title="复选框符号字体可显示",
    severity="warning",
    tier="技术",
    source="字体覆盖：GB 2312 有 □ ■ √，没有 ☑ ☒ ✔",
    bad="☑国家级　☐市级",
    good="■国家级　□市级",
    needs=("☐", "☑", "☒", "✓", "✔", "✗", "✘"),
    fixes=True,
)

_INSTEAD = {"☐": "□", "☑": "■", "☒": "■", "✓": "√", "✔": "√", "✗": "×", "✘": "×"}
_BOX = Pattern("[☐☑☒✓✔✗✘]")


def check(reading: Reading) -> Iterator[Hit]:
    """Boxes and ticks that office fonts lack."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _BOX.finditer(passage.text):
            better = _INSTEAD[match.group()]
            message = _('"{sign}" is not in the usual fonts and prints as an empty box').format(sign=match.group())
            yield passage.hit(*match.span(), message, _("write {number}").format(number=better), better)
