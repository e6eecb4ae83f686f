"""联系电话写得对。

手机号十一位，以 13 至 19 开头；固定电话七位或八位，前面是三四位区号；400、12333 等服务号码也可以。少一位、多一
位、字母 O 当成了零，打电话的人都找不到人。以 0000 开头的是示例用的号码，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="CONTACT-001",
    name="no-telephone-number",
    title="联系电话的位数和写法正确",
    severity="warning",
    tier="计算",
    source="计算校验",
    bad='phones: ["1381234567"]',
    good='phones: ["13812345678"]',
    wants=("contacts:",),
)

_PLAIN = Pattern(r"0(?:10|2\d)-[0-9]{8}|0[3-9]\d\d-[0-9]{7,8}|1[3-9][0-9]{9}")
"""What is plainly right need not be asked of those who check whole rosters."""


def check(reading: Reading) -> Iterator[Hit]:
    """The phones and faxes under contacts:."""
    for key, contact in reading.loaded.campaign.contacts.items() if reading.loaded else ():
        numbers = [*enumerate(contact.phones), *([(None, contact.fax)] if contact.fax else [])]
        for index, number in numbers:
            if number.startswith("0000") or _PLAIN.fullmatch(number):
                continue
            from docgen.roster.check_contacts import check_phone
            from docgen.roster.columns import Column

            complaint = check_phone(number, Column("phone", "")).complaint
            if complaint and complaint.severity == "error":
                place = ("contacts", key, "fax") if index is None else ("contacts", key, "phones", index)
                yield at(reading.place(*place), complaint.reason, complaint.hint)
