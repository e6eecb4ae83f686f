"""发文字号连着写，机关代字、年份、顺序号和“号”字之间不留空格。

空格多半是从网页或者扫描件里带进来的，会使文号在检索时查不到。
docgen 印制本文的文号时总是连着写的，所以只看引用的文号和别处的文件。
文号还没有编、预留空位的（〔2026〕　　号），不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-007",
    name="space-in-number",
    title="发文字号内不留空格",
    severity="warning",
    tier="实务",
    source="GB/T 9704-2012 7.2.5（式样）；公文实务",
    bad="示人社发 〔2026〕 12 号",
    good="示人社发〔2026〕12号",
    needs=(" 〔", "　〔", "〕 ", "〕　", "〔 ", " 〕", " 号"),
    fixes=True,
)

_NUMBER = Pattern(r"(?<=[\u4e00-\u9fff])\s*〔\s*(\d{4})\s*〕\s*(\d{1,5})\s*号")


def check(reading: Reading) -> Iterator[Hit]:
    """White space anywhere behind the code."""
    for passage in reading.passages:
        if passage.part == "attached" or (passage.part == "number" and reading.loaded):
            continue
        for match in _NUMBER.finditer(passage.unquoted):
            joined = f"〔{match[1]}〕{match[2]}号"
            if match.group() != joined:
                message = _('there is a space within the number "{number}"').format(number=match.group())
                yield passage.hit(*match.span(), message, _("write {number}").format(number=joined), joined)
