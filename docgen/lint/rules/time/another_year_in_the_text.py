"""同一件事的年度，标题和正文、附件应当一致。

标题写“2026年度职称评审”，正文里还有“2025年度职称评审”，多半是套用旧稿的残留。只比较与标题措辞相同的地方：正文里年份后
面的四个字，与标题里年份后面的四个字相同，或者与标题所说事项的末四个字（“……推荐工作的通知”）相同，而年份不同；“现就
2025年……”说的就是本件，也看。标题里没有年份的，以活动的 year: 为准。
带“自、以来、上年、同比、印发、总结”一类话的，是在讲过去的事，不看；书名号里的标题不看。
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

_YEAR = Pattern(r"(?<!\d)(?P<year>20\d\d)\s*年")
_MATTER = r"[\u4e00-\u9fff]{4}"
_BEHIND = Pattern(rf"度?的?(?P<matter>{_MATTER})")
_LAST = Pattern(rf"(?P<matter>{_MATTER})(?:(?:有关|相关)?(?:事项|问题))?的?(?:通知|通告|公告|公示|意见|函)?$")
_THIS = Pattern(r"现(?:就|将|对)(?:做好|开展)?$")


def check(reading: Reading) -> Iterator[Hit]:
    """The title's matter behind another year; 现就 before it."""
    title = "".join(passage.text for passage in reading.of("title"))
    year = _own_year(title, reading)
    for passage in reading.of("body", "annex_body", "annex_title", "form", "cell") if year else ():
        for match in _YEAR.finditer(passage.bare):
            # An expression's year is the campaign's own: then the title is wrong, which is YEAR-001's to say.
            if match["year"] == year or passage.is_made(*match.span("year")):
                continue
            behind = _BEHIND.match(passage.bare, match.end())
            if not (behind and behind["matter"] in _matters(title)) and not _THIS.search(passage.bare[: match.start()]):
                continue
            if not is_past(passage, match.start(), behind.end() if behind else match.end()):
                message = _("the title is about {year}年, here stands {other}年")
                words = {"year": year, "other": match["year"]}
                hint = _("is it left over from another year? {{ year }} writes the campaign's")
                yield passage.hit(*match.span("year"), message.format(**words), hint)


def _own_year(title: str, reading: Reading) -> str | None:
    """The only year of the title; where it has none, the campaign's."""
    years = {match["year"] for match in _YEAR.finditer(title)}
    if not years and title and reading.loaded:
        return str(reading.loaded.campaign.year)
    return years.pop() if len(years) == 1 else None


def _matters(title: str) -> Iterator[str]:
    """The four characters behind the title's year, and the last four of what it is about."""
    first = [_BEHIND.match(title, match.end()) for match in _YEAR.finditer(title)]
    yield from (match["matter"] for match in [*first, _LAST.search(title)] if match)
