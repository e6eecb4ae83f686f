"""附件的顺序号按正文中第一次提到的先后编排。

先提到的是附件1，后提到的是附件2。先说附件3、后说附件2，读者翻附件时就要来回找。提前提到了同一个附件的，只提示一处。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import known_numbers, mentions
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-023",
    name="annexes-out-of-order",
    title="附件按正文中提及的先后编号",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="……见附件2……见附件1",
    good="……见附件1……见附件2",
    needs=("附件",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """An annex that is first mentioned behind one with a greater number."""
    known = known_numbers(reading)
    greatest = 0
    seen: set[int] = set()
    told: set[int] = set()
    for mention in mentions(reading):
        for number in mention.numbers:
            if number in known and number not in seen and number < greatest and greatest not in told:
                told.add(greatest)
                message = _("annex {number} is first mentioned behind annex {greatest}")
                text = message.format(number=number, greatest=greatest)
                hint = _("number the annexes in the order in which the words mention them")
                yield mention.passage.hit(mention.start, mention.end, text, hint)
            seen.add(number)
            greatest = max(greatest, number) if number in known else greatest
