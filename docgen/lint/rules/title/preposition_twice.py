"""“关于”和“对”不连用：关于申报条件的批复，不写“关于对申报条件的批复”。

“对”后面还有“进行”“给予”“实行”等动词，或者“对外”“对口”本是一个词的，“对”字不能删，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-005",
    name="preposition-twice",
    title="介词不重复",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于对申报条件的批复",
    good="关于申报条件的批复",
    needs=(
        "关于对",
        "关于关于",
    ),
    fixes=True,
)

_TWICE = Pattern(r"关于(关于|对(?![外口接标比照策象公账台华港澳讲等抗称俄日美欧越内点话联手方面]))")
_VERBS = Pattern(
    r"进行|给予|予以|实行|实施|实现|采取|施行|加以|开展|作出|做出|处以|提出|授予|追究|处分|处罚|表彰|表扬|通报|奖励"
    r"|公示|免|任命|征收|适用|提供|发放|办理|补助|资助"
)


def check(reading: Reading) -> Iterator[Hit]:
    """关于对 without a verb that 对 belongs to; 关于关于."""
    title = title_of(reading)
    match = _TWICE.search(title.unquoted) if title else None
    if title and match and not (match[1] == "对" and _VERBS.search(title.unquoted, match.end())):
        message = _('"{words}": one preposition is enough').format(words=match.group())
        yield title.hit(*match.span(1), message, _('leave "{word}" out').format(word=match[1]), "")
