"""定稿里没有程序、网站自己加上去的话。

“本文由AI生成”“试用版”“Evaluation Warning”一类的话，是生成、转换文件的工具留下的，不是公文的内容。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-010",
    name="words-of-a-program",
    title="定稿不含工具留下的声明、水印",
    severity="error",
    tier="技术",
    source="定稿要求",
    bad="（内容由AI生成，仅供参考）",
    good="（没有这句话）",
    needs=("生成", "试用版", "Evaluation", "evaluation", "Created with"),
)

_WORDS = Pattern(
    r"(?:本文|以上|本内容|内容|文稿|本文档)[^，。；]{0,10}由[^，。；]{0,20}(?:AI|人工智能|大模型|智能助手)[^，。；]{0,8}(?:自动)?生成"
    r"|[（(【][^（()）【】]{0,12}(?:AI|人工智能)[^（()）【】]{0,6}生成[^（()）【】]{0,12}[）)】]"
    r"|Evaluation (?:Warning|Only)[^\n]{0,80}|Created with an evaluation copy[^\n]{0,60}"
    r"|(?:由|使用)[^，。；]{0,12}试用版[^，。；]{0,10}"
)


def check(reading: Reading) -> Iterator[Hit]:
    """What tools leave in the text."""
    for passage in reading.passages:
        for match in _WORDS.finditer(passage.unquoted):
            yield passage.hit(*match.span(), _("a program has left these words"), _("take them out"))
