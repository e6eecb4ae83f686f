"""同钱款、货物的进出有关的用“账”：账号、账户、转账、台账；“帐”是帐篷、蚊帐的帐。

只看常见的词，别的“帐”不动。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="WORD-003",
    name="zhang-of-curtains",
    title="钱款用“账”",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="银行帐号",
    good="银行账号",
    needs=("帐",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """帐号."""
    for passage in reading.of(*PROSE):
        for match in _word().finditer(passage.bare):
            message = _('"{words}" is not what is written in official documents').format(words=match.group())
            right = match.group().replace("帐", "账")
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _word() -> Pattern:
    before = "转|记|对|到|入|台|结|做|查|挂|销|坏|总|明细|报|进|付"
    return Pattern(f"帐[号户目单款务簿册]|(?:{before})帐(?![篷子幕])")
