"""正文里写了“见附件”，正文之下就要有附件说明。

从网页上抄下来的文本常常丢了附件说明，所以检查别处来的文本时只作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import known_numbers, mentions
from docgen.lint.finding import Hit, Severity
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-010",
    name="annex-without-list",
    title="正文提“见附件”须有附件说明",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="……详见附件。（无附件说明）",
    good="正文下空一行编排“附件：……”",
    needs=("附件",),
)

_SEEN_BY = ("见", "按", "按照", "填写", "照", "（", "(")
"""Before 附件 when the reader is sent there."""


def check(reading: Reading) -> Iterator[Hit]:
    """The first 见附件 of a document that has no annex."""
    if known_numbers(reading) or any(reading.of("annex_note", "annex_label", "annex_title", "attached")):
        return
    for mention in mentions(reading):
        before = mention.passage.text[: mention.start].rstrip()
        after = mention.passage.text[mention.end :].lstrip()
        if before.endswith(_SEEN_BY) and not after.startswith(("材料", "的形式", "形式")):
            severity: Severity | None = None if reading.loaded or reading.word else "info"
            message = _("the words send the reader to an annex, but there is no list of annexes")
            hint = _("enter it under annexes:") if reading.loaded else _("below the body: 附件：…")
            yield mention.passage.hit(mention.start, mention.end, message, hint, severity=severity)
            return
