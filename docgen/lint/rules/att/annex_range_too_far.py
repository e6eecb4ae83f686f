"""“附件2—7”“附件2至7”里的每一个附件都要有。

增删附件之后，范围的末尾最容易忘了改。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import known_numbers, mentions
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-022",
    name="annex-range-too-far",
    title="附件范围内的附件均须存在",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="附件2—7（仅有附件1至6）",
    good="附件2—6",
    needs=("附件",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A range in which some annex is missing."""
    known = known_numbers(reading)
    if not known:
        return
    for mention in mentions(reading):
        missing = [str(number) for number in mention.numbers if number not in known]
        if mention.reach and missing:
            words = mention.passage.text[mention.start : mention.end]
            message = _('"{words}" takes in annexes that are not there: {numbers}')
            hint = _("the annexes go up to {last}").format(last=max(known))
            text = message.format(words=words, numbers="、".join(missing))
            yield mention.passage.hit(mention.start, mention.end, text, hint)
