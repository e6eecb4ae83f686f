"""正文、附表中的邮箱与 contacts: 一致。

手打的邮箱与 contacts: 里的只差一两个字母，多半有一个打错了；材料会寄到别处。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="CONTACT-005",
    name="another-address-in-the-text",
    title="正文、附表中的邮箱与 contacts: 一致",
    severity="error",
    tier="计算",
    source="一致性校验",
    bad="附表注“发送至 zhuanjla@example.com”",
    good="附表注“发送至 zhuanjia@example.com”",
    needs=("@",),
)

_MAIL = Pattern(r"(?a)[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")


def check(reading: Reading) -> Iterator[Hit]:
    """An address that is nearly, but not quite, one of the campaign's."""
    contacts = reading.loaded.campaign.contacts.values() if reading.loaded else ()
    known = {contact.email for contact in contacts if contact.email}
    for passage in reading.of("body", "annex_body", "form", "note") if known else ():
        for match in _MAIL.finditer(passage.text):
            if match[0] in known:
                continue
            from difflib import get_close_matches

            if near := next(iter(get_close_matches(match[0], sorted(known), 1, 0.9)), None):
                message = _("here stands {here}, under contacts: {known}").format(here=match[0], known=near)
                yield passage.hit(*match.span(), message, _("fill it in: {{ contacts.… }}"))
