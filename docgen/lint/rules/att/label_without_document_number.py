"""附件与正文不能一起装订时，附件左上角标“发文字号＋附件＋顺序号”。

整份文件里只有附件、没有通知正文的，就是单独装订的附件，它的第一行要让人知道它属于哪一份公文。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-018",
    name="label-without-document-number",
    title="单独装订的附件标“文号＋附件＋序号”",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="附件1",
    good="示人社发〔2026〕12号附件1",
    needs=("附件", "附 件", "附　件"),
    wants=("annex_label",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A document that begins with the label of an annex."""
    if reading.loaded or not reading.passages or any(reading.of("number", "addressee", "annex_note")):
        return
    first = reading.passages[0]
    if first.part == "annex_label" and first.text.startswith("附"):
        message = _("the annex stands alone, and its label does not say to which document it belongs")
        hint = _("write the document number before it: 示人社发〔2026〕12号附件1")
        yield first.hit(0, len(first.text), message, hint)
