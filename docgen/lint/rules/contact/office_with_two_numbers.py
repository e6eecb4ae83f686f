"""同一个处室只留一套联系方式。

一份通知里同一处室写了两处，电话、邮箱不同，收文单位不知道打哪个。确是分工不同的，把 unit 写细（如“某处综合科”）。
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="CONTACT-004",
    name="office-with-two-numbers",
    title="同一处室的联系方式一致",
    severity="warning",
    tier="实务",
    source="一致性校验",
    bad="同一处室两处电话不同",
    good="同一处室只写一处",
    wants=("contacts:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Contacts with the same unit and people in common, or none, but other phones or mail."""
    contacts = list(reading.loaded.campaign.contacts.items()) if reading.loaded else []
    for (first, one), (second, other) in itertools.combinations(contacts, 2):
        if not one.unit or one.unit != other.unit or set(one.people) != set(other.people):
            continue
        for name, ours, theirs in (("phones", one.phones, other.phones), ("email", one.email, other.email)):
            if ours and theirs and ours != theirs:
                message = _("{unit} has other {what} under contacts.{first}")
                words = {"unit": other.unit, "what": name, "first": first}
                yield at(reading.place("contacts", second, name), message.format(**words), _("keep one of the two"))
