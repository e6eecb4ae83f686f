"""上行文的发文字号居左空一字，与最后一个签发人在同一行。

平行文、下行文的文号居中；请示和报告的版头要标签发人，文号就排到左边，签发人排在右边。从一份通知改成请示的，往往忘了
改文号的位置。
看的是 Word 文件和 PDF：标题是“请示”或者“关于……的报告”，标题上面的文号居中，或者文号与签发人各占一行的，就报告。
文号在表格、文本框里的，印在标题下面的，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of, upward_kind
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-012",
    name="upward-number-out-of-place",
    title="上行文发文字号居左空一字，与最后一个签发人同行",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5 7.2.6",
    bad="请示的文号居中",
    good="文号居左空一字，签发人居右空一字，同一行",
    needs=("请示", "报告"),
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The number of a document to a superior: in the middle, or on another line than the signer."""
    from docgen.lint.head import head_lines

    title = title_of(reading) if reading.word or reading.pages else None
    kind = upward_kind(title) if title else ""
    if not kind:
        return
    lines = list(head_lines(reading))
    signer = next((line for line in lines if line.text.startswith("签发人")), None)
    hint = _("set it one character in from the left, on the line of the last signer")
    for number in (line for line in lines if line.part == "number"):
        if number.centred:
            yield number.hit(_("the number of a {kind} stands in the middle").format(kind=kind), hint)
        elif signer and (number.is_below(signer) or signer.is_below(number)):
            message = _("the number of a {kind} stands on another line than the signer").format(kind=kind)
            yield number.hit(message, hint)
