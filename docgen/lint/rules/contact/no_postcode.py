"""邮政编码六位数字。

少一位的邮政编码多半是录入时丢了开头或者结尾的零；Excel 存成数字的，开头的零也会丢。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.typed_contacts import typed_postcodes

RULE = Rule(
    code="CONTACT-003",
    name="no-postcode",
    title="邮政编码为六位数字",
    severity="error",
    tier="计算",
    source="计算校验（六位数字）",
    bad='postcode: "13001"',
    good='postcode: "130001"',
)


def check(reading: Reading) -> Iterator[Hit]:
    """The postcodes under contacts:, and those typed in the words."""
    for key, contact in reading.loaded.campaign.contacts.items() if reading.loaded else ():
        if contact.postcode and not re.fullmatch(r"\d{6}", contact.postcode):
            message = _('"{postcode}" is not a postcode').format(postcode=contact.postcode)
            yield at(reading.place("contacts", key, "postcode"), message, _("a postcode has six digits"))
    for one in typed_postcodes(reading):
        if not re.fullmatch(r"\d{6}", one.text):
            message = _('"{postcode}" is not a postcode').format(postcode=one.text)
            yield one.passage.hit(one.start, one.end, message, _("a postcode has six digits"))
