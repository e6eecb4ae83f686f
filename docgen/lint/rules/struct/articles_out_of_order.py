"""办法、细则的章、条依次编号，不跳不重。

增删一条，后面各条都要改号，正文里“依照第十二条”一类的援引也跟着错。条从第一条起连续编号，不因分章另起；章也一样。不从第一条
（第一章）起的，是修改决定或者摘录，不看。
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.points import CHINESE, ordinal_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-016",
    name="articles-out-of-order",
    title="章、条序号连续不重复",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="第三条……第五条……",
    good="第三条……第四条……",
    needs=("第一条", "第一章"),
)

_ARTICLE = Pattern(rf"第(?P<number>[{CHINESE}零〇]+)(?P<kind>[章条])(?=[\s　]|$)")


def check(reading: Reading) -> Iterator[Hit]:
    """第五条 behind 第三条 in one text, chapters and articles each by themselves."""
    for section in reading.sections:
        found = [(passage, match) for passage in section.passages if (match := _ARTICLE.match(passage.text))]
        for kind in "章条":
            own = [(passage, match) for passage, match in found if match["kind"] == kind]
            if own and ordinal_of(own[0][1]["number"]) == 1:
                yield from _gaps(own)


def _gaps(articles: list[tuple[Passage, re.Match[str]]]) -> Iterator[Hit]:
    for (_passage, before), (passage, match) in itertools.pairwise(articles):
        number, last = ordinal_of(match["number"]), ordinal_of(before["number"])
        if number in (1, last + 1):
            continue
        if number == last:
            message = _('"{number}" stands there twice').format(number=match[0])
        else:
            message = _('"{number}" comes after "{before}"').format(number=match[0], before=before[0])
        yield passage.hit(*match.span(), message, _("count on, or put back what is missing"))
