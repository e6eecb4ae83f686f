"""抄送机关之间用逗号，最后一个之后用句号。

docgen 自己排的版记总是以句号收尾；本条看的是别处来的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-001",
    name="copies-without-full-stop",
    title="抄送末尾用句号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.4.2",
    bad="抄送：市财政局",
    good="抄送：市财政局。",
    needs=("抄送", "抄报"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """抄送：… that does not end in 。."""
    if reading.loaded:
        return
    for passage in reading.of("copies_to"):
        text = passage.text
        if text.startswith(("抄送", "抄报")) and not text.endswith("。"):
            last = text[-1]
            right = "。" if last in "，；、,;." else f"{last}。"
            message = _("the offices that get a copy end without a full stop")
            yield passage.hit(len(text) - 1, len(text), message, _("write {right}").format(right="。"), right)
