"""上行文应当标注签发人。

请示和报告是送上级机关的，版头的发文字号居左、签发人居右。标题是“请示”或者“关于……的报告”，而 signers 空着，
就报告。
别处的文件从网上复制时版头往往不全，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.genre import UPWARD, title_of, upward_kind
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-008",
    name="upward-without-signer",
    title="上行文必须标注签发人",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（六）",
    bad="请示无签发人",
    good="签发人：张某",
    wants=("title",),
    needs=UPWARD,
)


def check(reading: Reading) -> Iterator[Hit]:
    """请示, or 关于……的报告, and no signers."""
    if not reading.loaded or reading.loaded.campaign.signers:
        return
    title = title_of(reading)
    if title and (kind := upward_kind(title)):
        message = _("a {kind} goes to a superior, but nobody is named as its signer").format(kind=kind)
        yield at(reading.place("title"), message, _("name the signer: signers: [……]"))
