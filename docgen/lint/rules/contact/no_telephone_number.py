"""联系电话写得对，contacts: 里的和正文、附表里手打的都看。

手机号十一位，以 13 至 19 开头；固定电话七位或八位，前面是三四位区号；400、12333 等服务号码也可以。少一位、多一
位、字母 O 当成了零，打电话的人都找不到人。以 0000 开头的是示例用的号码，不看。
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.typed_contacts import typed_phones

if TYPE_CHECKING:
    from docgen.roster.cells import Complaint

RULE = Rule(
    code="CONTACT-001",
    name="no-telephone-number",
    title="联系电话的位数和写法正确",
    severity="warning",
    tier="计算",
    source="计算校验",
    bad='phones: ["1381234567"]',
    good='phones: ["13812345678"]',
)

_PLAIN = Pattern(r"0(?:10|2\d)-[0-9]{8}|0[3-9]\d\d-[0-9]{7,8}|1[3-9][0-9]{9}")
"""What is plainly right need not be asked of those who check whole rosters."""


def check(reading: Reading) -> Iterator[Hit]:
    """The phones and faxes under contacts:, and the numbers typed behind 电话 in the words."""
    yield from _of_contacts(reading)
    yield from _of_other_length(reading)
    for one in typed_phones(reading):
        if not one.text.startswith("0000") and (complaint := _complaint(_DASHES.sub("-", one.text))):
            yield one.passage.hit(one.start, one.end, complaint.reason, complaint.hint)


def _of_contacts(reading: Reading) -> Iterator[Hit]:
    for key, contact in reading.loaded.campaign.contacts.items() if reading.loaded else ():
        numbers = [*enumerate(contact.phones), *([(None, contact.fax)] if contact.fax else [])]
        for index, number in numbers:
            if number.startswith("0000") or _PLAIN.fullmatch(number):
                continue
            if complaint := _complaint(number):
                place = ("contacts", key, "fax") if index is None else ("contacts", key, "phones", index)
                yield at(reading.place(*place), complaint.reason, complaint.hint)


def _complaint(number: str) -> Complaint | None:
    from docgen.roster.check_contacts import check_phone
    from docgen.roster.columns import Column

    complaint = check_phone(number, Column("phone", "")).complaint
    return complaint if complaint and complaint.severity == "error" else None


_DASHES = Pattern("[—－–-]{2,}")
"""NUM-010 speaks of them."""
_LANDLINE = Pattern(r"(?P<area>0[3-9]\d\d)-(?P<own>\d{7,8})")


def _of_other_length(reading: Reading) -> Iterator[Hit]:
    """Behind one area code all numbers are as long: those of seven digits where others have eight, or the reverse."""
    found = [
        (key, index, match)
        for key, contact in (reading.loaded.campaign.contacts.items() if reading.loaded else ())
        for index, number in enumerate(contact.phones)
        if (match := _LANDLINE.fullmatch(number))
    ]
    lengths = [(match["area"], len(match["own"])) for _key, _index, match in found]
    for key, index, match in found:
        own, other = len(match["own"]), 15 - len(match["own"])
        many, others = lengths.count((match["area"], own)), lengths.count((match["area"], other))
        if others > many or (others == many and own < other):
            message = _('"{number}" has {n} digits behind its area code, another number here has {m}')
            text = message.format(number=match[0], n=own, m=other)
            yield at(reading.place("contacts", key, "phones", index), text, _("check the number"))
