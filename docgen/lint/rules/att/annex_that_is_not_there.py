"""正文里提到的附件，附件说明里要有。

删去一个附件之后，正文里“附件3”往往还在。说到别的文件的附件（“《……》附件2”“省厅通知附件”）不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import known_numbers, mentions
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-009",
    name="annex-that-is-not-there",
    title="正文引用的附件号须存在",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="按附件3要求报送（仅有附件1、2）",
    good="按附件2要求报送",
    needs=("附件",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A number in the words that no annex bears."""
    known = known_numbers(reading)
    if not known:
        return
    for mention in mentions(reading):
        missing = [number for number in mention.numbers if number not in known]
        if missing and not mention.reach:
            words = mention.passage.text[mention.start : mention.end]
            message = _('"{words}" is named, but there is no annex {number}').format(words=words, number=missing[0])
            hint = _("the annexes go up to {last}").format(last=max(known))
            yield mention.passage.hit(mention.start, mention.end, message, hint)
