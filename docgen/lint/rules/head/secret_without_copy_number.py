"""涉密公文应当标注份号。

份号用来逐份登记、逐份收回。印好以后再用号码机打份号的，写明理由予以保留。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-011",
    name="secret-without-copy-number",
    title="涉密公文应当标注份号",
    severity="warning",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（一）",
    bad="秘密★1年，没有份号",
    good="000001 / 秘密★1年",
    wants=("secrecy:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A grade of secrecy, and no copy number."""
    if not reading.loaded:
        return
    campaign = reading.loaded.campaign
    if campaign.secrecy and not campaign.copy_number:
        message = _("the notice is secret ({secrecy}), but has no copy number").format(secrecy=campaign.secrecy)
        hint = _('add copy_number: "000001"; if it is stamped on later, allow it')
        yield at(reading.place("secrecy"), message, hint)
