"""引用的文号，年份也用六角括号〔〕括入。

方括号、圆括号括的年份，多半是从网页或者文稿系统里复制过来的；对方公文上印的是六角括号，照着它写，日后才查得到。
书名号和引号之内是别人的原文，不看；本文自己的文号由 DOCNO-001 管。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.numbers import OWN, YEARS, years_in_other_brackets
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-003",
    name="cited-year-in-other-brackets",
    title="引用文号的年份用六角括号〔〕",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="根据《关于……的通知》（示人社发[2025]3号）",
    good="根据《关于……的通知》（示人社发〔2025〕3号）",
    needs=YEARS,
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A number anywhere but where the document's own stands, its year in any brackets but 〔〕."""
    passages = (passage for passage in reading.passages if passage.part not in OWN)
    for passage, match in years_in_other_brackets(passages):
        message = _('the year of a cited number stands in "{brackets}", not in 〔〕')
        year = f"〔{match[1]}〕"
        hint = _("write {year}").format(year=year)
        yield passage.hit(*match.span(), message.format(brackets=match.group()), hint, year)
