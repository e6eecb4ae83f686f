"""标了密级的公文不能“主动公开”。

依法确定为国家秘密的政府信息不予公开。密级和“此件主动公开”同时出现，必有一个是套用旧稿留下的。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-013",
    name="secret-and-public",
    title="涉密公文不主动公开",
    severity="error",
    tier="条例",
    source="《中华人民共和国政府信息公开条例》（2019年修订）第十四条",
    bad="秘密★1年，此件主动公开",
    good="秘密★1年，此件不予公开",
    wants=("secrecy:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A grade of secrecy, and 主动公开."""
    if not reading.loaded:
        return
    campaign = reading.loaded.campaign
    if campaign.secrecy and campaign.disclosure == "主动公开":
        message = _("the notice is secret ({secrecy}) and to be made public").format(secrecy=campaign.secrecy)
        yield at(reading.place("disclosure"), message, _("one of the two is left over from another notice"))
