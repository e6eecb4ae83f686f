"""签发人只标在上行文上。

通知、通报、公告等不是上行文。写了 signers，docgen 就按上行文的式样排：发文字号居左空一字、签发人居右，
通知的版头因此排错。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.genre import genre_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-014",
    name="signer-not-upward",
    title="非上行文不标签发人",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.2.5、7.2.6",
    bad="通知标“签发人：张某”",
    good="通知不标签发人",
    wants=("signers:",),
)

_DOWNWARD = ("通知", "通报", "公告", "通告", "公报", "批复", "决定")


def check(reading: Reading) -> Iterator[Hit]:
    """Signers, and a title that ends with a kind that goes to no superior."""
    kind = genre_of(reading)
    if reading.loaded and reading.loaded.campaign.signers and kind in _DOWNWARD:
        message = _("signers are named on a document to a superior only; this is a {kind}").format(kind=kind)
        yield at(reading.place("signers"), message, _("leave signers out"))
