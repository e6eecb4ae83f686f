"""说了“附件共3份”，附件说明里就要有三个。

增删附件时，正文里的份数容易漏改。附件说明本来就逐一列出，份数不写也可以。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import known_numbers
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.points import CHINESE, ordinal_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-020",
    name="other-count-of-annexes",
    title="声明的附件份数与清单一致",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="附件（共3份）：1.… 2.…",
    good="附件：1.… 2.…",
    needs=("附件共", "附件（共", "附件(共"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """附件共三份 where there are not three."""
    known = len(known_numbers(reading))
    if not known:
        return
    for passage in reading.of("body", "annex_note"):
        for match in _said().finditer(passage.unquoted):
            if ordinal_of(match[1]) != known:
                message = _('"{words}", but the list of annexes has {number}').format(words=match[0], number=known)
                yield passage.hit(*match.span(), message, _("count them again"))


@functools.cache
def _said() -> Pattern:
    return Pattern(rf"附件\s*[（(]?\s*共计?\s*(\d{{1,2}}|[{CHINESE}]{{1,3}})\s*[份个件]")
