"""同一项活动的届次，标题和正文、附件应当一致。

标题写“第十二届职业技能大赛”，正文里还有“第十一届职业技能大赛”，多半是套用旧稿的残留。只看与标题同名的活动：“届”字后面的
那几个字标题里也有。讲以前各届的（自第十一届以来、第十一届获奖选手、第十届至第十一届）和讲下一届的不看；书名号里的标
题不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.past import is_past
from docgen.lint.pattern import Pattern
from docgen.lint.points import ordinal_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-012",
    name="edition-left-over",
    title="标题届次与正文、附件届次一致",
    severity="warning",
    tier="计算",
    source="一致性校验（套用旧稿的残留）",
    bad="标题“第十二届职业技能大赛”，正文“第十一届职业技能大赛”",
    good="标题、正文同为“第十二届职业技能大赛”",
    needs=("届",),
)

_NUMBER = r"(?:[一二三四五六七八九十百]{1,5}|\d{1,3})"
_EDITION = Pattern(rf"第\s*(?P<number>{_NUMBER})\s*届(?P<matter>[“\u4e00-\u9fff]{{2,4}})")
_EVENT = Pattern(r"(?:大赛|竞赛|比赛|大会|年会|论坛|展会|评选|评审|运动会|文化节|艺术节)")
"""One of them alone may stand for the whole name: 第十一届大赛."""
_SEVERAL = Pattern(rf"第?\s*{_NUMBER}\s*届?\s*[、至到和及—～-]\s*$")
_ELSEWHERE = Pattern(r"\S{0,16}?(?:获奖|奖获得|获得者|[一二三金银铜]等?奖|得主|冠军|期间|上[，、]|优秀|成果|申办|承办)")
_NEXT = Pattern(r"下一?届|申办|筹备|拟办")


def check(reading: Reading) -> Iterator[Hit]:
    """第…届 of the title's event, with another number."""
    titles = [passage.text for passage in reading.of("title")]
    found = [match for title in titles for match in _EDITION.finditer(title)]
    if len({ordinal_of(match["number"]) for match in found}) != 1:
        return
    number = ordinal_of(found[0]["number"])
    event = found[0].string[found[0].start("matter") :]
    for passage in reading.of("body", "annex_body", "annex_title", "form", "cell"):
        for match in _EDITION.finditer(passage.untitled) if "届" in passage.text else ():
            if ordinal_of(match["number"]) == number or not _is_of(event, match["matter"]):
                continue
            if not _is_another(passage, match.start(), match.end("number")):
                message = _("the title is of 第{own}届, here stands 第{other}届")
                words = {"own": found[0]["number"], "other": match["number"]}
                yield passage.hit(
                    *match.span("number"), message.format(**words), _("is it left over from the last one?")
                )


def _is_of(event: str, matter: str) -> bool:
    """Whether these characters are the title's event: its own words, or the kind of event alone."""
    if len(matter) == 4 and matter in event:
        return True
    kind = _EVENT.match(matter)
    return kind is not None and kind[0] in event


def _is_another(passage: Passage, start: int, end: int) -> bool:
    """Whether another edition is meant: one that has been, one of several, the next."""
    before = passage.text[:start]
    return bool(
        is_past(passage, start, end)
        or _SEVERAL.search(before)
        or _NEXT.search(before[-20:])
        or _ELSEWHERE.match(passage.text, end)
    )
