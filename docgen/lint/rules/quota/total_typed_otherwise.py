"""正文里手打的总名额，与 quotas: 里的一致。

quotas: 里人选共46名，正文却手打“推荐人选共48名”，必有一个没有改。只看写明“共”“合计”“总数”并且紧挨着名额名称（what:）、
量词相同的；由 {{ }} 填入的不会错，“每个单位”“其中”和某一类人的小数不看。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.campaign.model import Quota
from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.past import is_past
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="QUOTA-005",
    name="total-typed-otherwise",
    title="正文手打的总名额与 quotas: 一致",
    severity="warning",
    tier="计算",
    source="一致性校验",
    bad="quotas: 里人选共46名，正文“推荐人选共48名”",
    good="推荐人选共{{ quotas.people.max }}名",
    needs=("共", "合计", "总计", "总数", "总名额"),
    wants=("quotas:",),
)

_VERB = r"(?:推荐|申报|选拔|遴选|评选|报送|招聘|招募|选派)"
_AREA = r"(?:今年|本次|此次|本批|本年度?|20\d\d年度?|[全本我][市省区县州局厅])"
_SINGLE = Pattern(r"每|其中|各自|分别|[上去]年")
_CLAUSE = Pattern(r"[，。；]")


def check(reading: Reading) -> Iterator[Hit]:
    """共48名 beside the words of a quota whose total is 46."""
    quotas = list(reading.loaded.campaign.quotas.values()) if reading.loaded else []
    for what, unit in dict.fromkeys((one.what, one.unit) for one in quotas if _totals(one)):
        alike = [one for one in quotas if one.what == what]
        totals = {total for one in alike for total in (*_totals(one), one.min, one.max) if total is not None}
        yield from _otherwise(reading, what, unit, max(_totals(alike[0]) or totals), totals)


def _totals(quota: Quota) -> set[int]:
    """What all places together are, as far as the quota says it; 不少于 and 不超过 are both a total."""
    if quota.per == "total" and (quota.min is not None or quota.max is not None):
        return {number for number in (quota.min, quota.max) if number is not None}
    every = quota.by_unit and quota.min is None and quota.max is None
    return {sum(quota.by_unit.values())} if every else set()


def _otherwise(reading: Reading, what: str, unit: str, own: int, totals: set[int]) -> Iterator[Hit]:
    pattern = _total_of(what, unit)
    for passage in reading.of("body", "annex_body"):
        for match in pattern.finditer(passage.bare):
            group = "behind" if match["behind"] else "before"
            start, end = match.span(group)
            clause = _CLAUSE.split(passage.bare[:start])[-1]
            if int(match[group]) in totals or not passage.is_typed(start, end):
                continue
            if not _SINGLE.search(clause) and not is_past(passage, *match.span()):
                message = _("{typed}{unit} in all is typed here, the campaign's quota is {own}{unit}")
                words = {"typed": match[group], "unit": unit, "own": own}
                yield passage.hit(start, end, message.format(**words), _("see which of the numbers is right"))


def _total_of(what: str, unit: str) -> Pattern:
    """推荐人选共48名, 人选总数为48名; 全市共推荐48名人选."""
    name, measure = re.escape(what), re.escape(unit)
    return Pattern(
        rf"(?:^|(?<=[，。；：、（\s])|(?<=[市省区县州])|{_VERB}){name}(?:名额)?"
        rf"(?:共计?|总共|合计|总计|总数|总名额)(?:为|是)?\s*(?P<behind>\d+)\s*{measure}"
        rf"|(?:^|(?<=[，。；：（]))\s*{_AREA}?(?:计划|拟|预计)?(?:共|总共|合计){_VERB}?\s*(?P<before>\d+)\s*{measure}{name}"
    )
