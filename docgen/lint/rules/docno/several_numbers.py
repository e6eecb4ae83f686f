"""联合行文只标注主办机关的一个发文字号。

几个机关联合发文，各自编号、几个文号并排印在版头，收文机关就无从登记。其他机关如需归档，在自己的登记簿上另记。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-010",
    name="several-numbers",
    title="联合行文只用主办机关一个发文字号",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（五）",
    bad="示人社发〔2026〕12号　示财发〔2026〕8号",
    good="示人社发〔2026〕12号",
    needs=("号",),
)

_NUMBER = Pattern(r"[\u4e00-\u9fff]{2,16}?\s*[〔\[［（(]\s*\d{4}\s*[〕\]］）)]\s*(?:第\s*)?\d{1,5}\s*号")


def check(reading: Reading) -> Iterator[Hit]:
    """A second number beside the first, or in the line below it."""
    message, hint = _('"{number}" is a second number'), _("only the sponsor's number is printed")
    for passage in reading.of("number", "letterhead"):
        numbers = list(_NUMBER.finditer(passage.text))
        rest = _NUMBER.sub("", passage.text).strip("、，, \u3000")
        for match in numbers[1:] if not rest else ():
            yield passage.hit(*match.span(), message.format(number=match.group()), hint)
    for before, passage in pairwise(reading.passages):
        if before.part == passage.part == "number" and before.text != passage.text:
            yield passage.hit(0, len(passage.text), message.format(number=passage.text), hint)
