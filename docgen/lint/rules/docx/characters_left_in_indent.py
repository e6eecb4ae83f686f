"""取消首行缩进，要连同“2字符”一起取消。

Word 把首行缩进记成两样：磅数和字符数，字符数优先。只把磅数改成0，字符数还是2，这一段照样缩进。在“段落”里把特殊格式
设为“无”。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-015",
    name="characters-left-in-indent",
    title="清除首行缩进须同时清字符数",
    severity="error",
    tier="技术",
    source="ECMA-376 w:ind：字符数优先于长度",
    bad="首行缩进0磅，仍有2字符",
    good="首行缩进：无",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Paragraphs whose indent was set to nothing in points, but not in characters; the first is told."""
    from docgen.diff.word.names import P_PR, w

    if reading.word is None:
        return
    for node in reading.word.main.iter(w("ind")):
        if node.getparent().tag != P_PR or node.get(w("firstLine")) != "0":
            continue
        left = node.get(w("firstLineChars"))
        if left is not None and left.isdigit() and int(left):
            message = _("the first line's indent was set to 0 points, but is still {n} characters")
            yield at(reading.place(), message.format(n=f"{int(left) / 100:g}"), _("set it to “无”"))
            return
