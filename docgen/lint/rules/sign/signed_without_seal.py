"""公文有署名的，应当加盖发文机关印章；有特定发文机关标志的普发性公文和电报可以不加盖。

signature 写成 unsealed（不加盖印章的版式），而版头又没有“文件”二字，就提示一下：确属可以不盖章的，
写明理由予以保留。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-004",
    name="signed-without-seal",
    title="有署名应加盖印章",
    severity="info",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（十三）",
    bad="有署名，signature: {variant: unsealed}",
    good="有署名，signature: {variant: sealed}",
    wants=("campaign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The layout without a seal, and no mark that ends with 文件."""
    if not reading.loaded:
        return
    campaign = reading.loaded.campaign
    marks = [issuer.mark for issuer in campaign.issuer]
    if campaign.signature.variant != "unsealed" or campaign.mark_suffix or any(m.endswith("文件") for m in marks):
        return
    message = _("the notice is signed, but no room is left for the seal")
    yield at(reading.place("signature", "variant"), message, _("use variant: sealed, unless it needs no seal"))
