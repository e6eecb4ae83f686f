"""“允许”注记应当写明理由。

半年以后接手的人要能看懂：这里为什么可以不照规则办，是谁同意的。代号写错的先改代号（ALLOW-002），不在这里再说一遍。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ALLOW-003",
    name="allowance-without-reason",
    title="“允许”注记应当写明理由",
    severity="info",
    tier="技术",
    source="docgen",
    bad="issued: 2026-03-07  # docgen: allow TIME-004",
    good="issued: 2026-03-07  # docgen: allow TIME-004 局务会定于周六签发",
    wants=("allowances",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """An allowance with nothing behind the code; what names no rule is ALLOW-002's."""
    from docgen.lint.rules import BY_CODE, BY_NAME

    for allowance in reading.allowances:
        is_known = all(code in BY_CODE or code in BY_NAME for code in allowance.codes)
        if allowance.codes and is_known and not allowance.reason:
            yield at(allowance.place, _("an allowance without a reason"), _("say behind the code why it is right here"))
