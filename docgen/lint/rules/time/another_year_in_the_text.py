"""同一件事的年度，标题和正文、附件应当一致。

标题写“2026年度职称评审”，正文里还有“2025年度职称评审”，多半是套用旧稿的残留。只比较与标题措辞相同的地方：标题里年
份后面的那几个字在正文中又出现，
而年份不同。带“自、以来、上年、同比、印发”一类话的，是在讲过去的事，不看；书名号里的标题不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.past import is_past
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-008",
    name="year-left-over",
    title="标题年度与正文、附件年度一致",
    severity="warning",
    tier="计算",
    source="一致性校验（套用旧稿的残留）",
    bad="标题“2026年度职称评审”，正文“2025年度职称评审”",
    good="标题、正文同为“2026年度职称评审”",
    needs=("年",),
)

_YEAR = Pattern(r"(?<!\d)(?P<year>20\d\d)\s*(?P<unit>年度?)(?P<matter>[\u4e00-\u9fff]{4})")


def check(reading: Reading) -> Iterator[Hit]:
    """The four characters behind the title's year, behind another year."""
    titles = list(reading.of("title"))
    found = [match for passage in titles for match in _YEAR.finditer(passage.text)]
    if len({match["year"] for match in found}) != 1:
        return
    year = found[0]["year"]
    matters = {match["matter"] for match in found}
    for passage in reading.of("body", "annex_body", "annex_title", "form", "cell"):
        for match in _YEAR.finditer(passage.bare):
            if match["year"] == year or match["matter"] not in matters:
                continue
            if not is_past(passage, *match.span()):
                message = _("the title is about {year}年, here stands {other}年")
                words = {"year": year, "other": match["year"]}
                hint = _("is it left over from another year? {{ year }} writes the campaign's")
                yield passage.hit(*match.span("year"), message.format(**words), hint)
