"""发文字号的年份用六角括号〔〕括入，不用方括号、圆括号或其他括号。

六角括号“〔〕”是一个专用的字符，不是方括号“[]”，也不是方头括号“【】”。输入法打不出时，最稳妥的做法是从已经印发的公文中复制。
本条看的是本文自己的发文字号；正文中引用的文号由 REF-003 管。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.numbers import OWN, YEARS, years_in_other_brackets
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
    needs=YEARS,
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """The document's own number, its year in any brackets but 〔〕."""
    for passage, match in years_in_other_brackets(reading.of(*OWN)):
        message = _('the year of a document number stands in "{brackets}", not in 〔〕')
        year = f"〔{match[1]}〕"
        hint = _("write {year}").format(year=year)
        yield passage.hit(*match.span(), message.format(brackets=match.group()), hint, year)
