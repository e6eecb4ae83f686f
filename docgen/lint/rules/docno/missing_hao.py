"""发文顺序号后面要有“号”字。

“示人社发〔2026〕12”还不是一个完整的文号。连着引用几个文号时只在最后一个后面写“号”（〔2026〕12、13号）是通行的写法，不看；
项目编号、合同编号等不是发文字号，也不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-005",
    name="number-without-hao",
    title="顺序号后应加“号”字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="示人社发〔2026〕12",
    good="示人社发〔2026〕12号",
    needs=("〔",),
    fixes=True,
)

_NUMBER = Pattern(
    r"[\u4e00-\u9fff]*[发函办文规电通复呈字]〔(?:19|20)\d\d〕\s*(\d{1,5})(?![\d.])(?!\s*(?:号|[-—－–~～、，,和及与至到/／]|附件))"
)
_OTHER = Pattern(r"编号|合同|项目|标书|招标|采购|证书|许可")


def check(reading: Reading) -> Iterator[Hit]:
    """Code, year and serial number, and nothing that says that more follows."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _NUMBER.finditer(passage.unquoted):
            if _OTHER.search(passage.text[max(0, match.start() - 6) : match.end()]):
                continue
            message = _('"{number}" ends without "号"').format(number=match.group())
            hint = _("write {number}号").format(number=match.group())
            yield passage.hit(*match.span(1), message, hint, f"{match[1]}号")
