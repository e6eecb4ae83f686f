"""标题回行要词意完整，不把一个词、一个机关名称、数字和单位拆到两行。

只看 title_lines 里手工分的行；没有写 title_lines 的，docgen 会自己按词分行。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.title_lines import lines_by_hand

RULE = Rule(
    code="TITLE-012",
    name="torn-word-in-title",
    title="标题回行词意完整，不拆词",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.1",
    bad="关于开展2026年职称评审申报工／作的通知",
    good="关于开展2026年职称评审／申报工作的通知",
    wants=("title_lines:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Each break that was made by hand."""
    lines = lines_by_hand(reading)
    if not lines or not reading.loaded:
        return
    from docgen.compose.title import break_title, torn_by_break

    title, position = "".join(lines), 0
    names = [name for issuer in reading.loaded.campaign.issuer for name in (issuer.name, issuer.short) if name]
    for index, line in enumerate(lines[:-1]):
        position += len(line)
        if torn := torn_by_break(title, position, names):
            message = _('the break behind line {number} of the title tears "{words}"')
            better = " / ".join(break_title(title, names=names))
            hint = _("better: {lines}").format(lines=better)
            yield at(reading.place("title_lines", index), message.format(number=index + 1, words=torn), hint)
