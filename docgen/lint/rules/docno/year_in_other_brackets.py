"""发文字号的年份用六角括号〔〕括入，不用方括号、圆括号或其他括号。

六角括号“〔〕”是一个专用的字符，不是方括号“[]”，也不是方头括号“【】”。输入法打不出时，最稳妥的做法是从已经印发的公文中复制。
本条既看本文的发文字号，也看正文中引用的文号；书名号和引号之内是别人的原文，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-001",
    name="year-in-other-brackets",
    title="年份必须用六角括号〔〕",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="示人社发[2026]12号",
    good="示人社发〔2026〕12号",
    needs=("[", "［", "【", "(", "（"),
    fixes=True,
)

_OPEN, _CLOSE = r"[\[［【(（]", r"[\]］】）)]"
_YEAR = Pattern(rf"(?<=[\u4e00-\u9fff])\s*{_OPEN}\s*((?:19|20)\d\d)\s*{_CLOSE}(?=\s*(?:第\s*)?\d{{1,5}}\s*号)")


def check(reading: Reading) -> Iterator[Hit]:
    """Year and serial number after a code, in any brackets but 〔〕."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _YEAR.finditer(passage.unquoted):
            message = _('the year of a document number stands in "{brackets}", not in 〔〕')
            year = f"〔{match[1]}〕"
            hint = _("write {year}").format(year=year)
            yield passage.hit(*match.span(), message.format(brackets=match.group()), hint, year)
