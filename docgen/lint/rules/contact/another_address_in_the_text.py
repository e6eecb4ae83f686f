"""正文、附表中的邮箱、地址与 contacts: 一致。

手打的邮箱与 contacts: 里的只差一两个字母，多半有一个打错了；材料会寄到别处。地址只看“地址：”后面、与
contacts: 里的大致相同而门牌、房间号不同的。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, Severity
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="CONTACT-005",
    name="another-address-in-the-text",
    title="正文、附表中的邮箱、地址与 contacts: 一致",
    severity="error",
    tier="计算",
    source="一致性校验",
    bad="附表注“发送至 zhuanjla@example.com”",
    good="附表注“发送至 zhuanjia@example.com”",
    needs=("@", "地址"),
)

_MAIL = Pattern(r"(?a)[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
_POSTAL = Pattern(r"地址(?:为|是)?[:：]\s*(?P<address>[^，。；、：:（(\s]{6,40})")


def check(reading: Reading) -> Iterator[Hit]:
    """An address that is nearly, but not quite, one of the campaign's."""
    contacts = reading.loaded.campaign.contacts.values() if reading.loaded else ()
    mails = {contact.email for contact in contacts if contact.email}
    postal = {re.split(r"[（(\s]", contact.address)[0] for contact in contacts if contact.address}
    for passage in reading.of("body", "annex_body", "form", "note") if mails or postal else ():
        for match in _MAIL.finditer(passage.text):
            if match[0] not in mails:
                yield from _nearly(passage, match.span(), mails, 0.9)
        for match in _POSTAL.finditer(passage.text):
            here = match["address"]
            if not any(here in one or one in here for one in postal):  # With the floor, or without the city.
                yield from _nearly(passage, match.span("address"), postal, 0.8, "warning")


def _nearly(
    passage: Passage, span: tuple[int, int], known: set[str], likeness: float, severity: Severity | None = None
) -> Iterator[Hit]:
    """``likeness``: from 0 to 1, as difflib measures it. Another office may have its house in the same street."""
    from difflib import get_close_matches

    here = passage.text[slice(*span)]
    if near := next(iter(get_close_matches(here, sorted(known), 1, likeness)), None):
        message = _("here stands {here}, under contacts: {known}").format(here=here, known=near)
        yield passage.hit(*span, message, _("fill it in: {{ contacts.… }}"), severity=severity)
