"""“允许”注记里写的须是现有的规则，写代号（TIME-004）或名称（deadline-on-a-day-off）都可以。

代号写错的注记什么也不允许，而写的人以为已经允许了。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ALLOW-002",
    name="allowance-of-no-rule",
    title="“允许”注记须写现有的规则",
    severity="warning",
    tier="技术",
    source="docgen",
    bad="issued: 2026-03-05  # docgen: allow TIM-004 已商定",
    good="issued: 2026-03-05  # docgen: allow TIME-004 已商定",
    wants=("allowances",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A code or name that is no rule's."""
    from docgen.lint.choice import rule_meant
    from docgen.lint.rules import BY_CODE, BY_NAME, RULES

    for allowance in reading.allowances:
        if not allowance.codes:
            hint = _("write a rule's code behind it: # docgen: allow TIME-004 reason")
            yield at(allowance.place, _("an allowance that names no rule"), hint)
        for code in allowance.codes:
            if code not in BY_CODE and code not in BY_NAME:
                message = _('"{code}" is no rule').format(code=code)
                yield at(allowance.place, message, rule_meant(code, RULES))
