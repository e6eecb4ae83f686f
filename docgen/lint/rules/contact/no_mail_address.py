"""电子邮箱写得对。

全角的＠、句号“。com”、夹在中间的空格，都会让材料寄不到。
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.typed_contacts import broken_mails

RULE = Rule(
    code="CONTACT-002",
    name="no-mail-address",
    title="电子邮箱写法正确",
    severity="error",
    tier="技术",
    source="计算校验（RFC 5322 的常用写法）",
    bad="email: zhuanjia@example",
    good="email: zhuanjia@example.com",
)

_PLAIN = Pattern(r"[A-Za-z0-9_]+@[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*\.[A-Za-z]{2,}")
"""What is plainly right need not be asked of those who check whole rosters."""


def check(reading: Reading) -> Iterator[Hit]:
    """The mail addresses under contacts:, and those typed in the words that cannot be."""
    for key, contact in reading.loaded.campaign.contacts.items() if reading.loaded else ():
        if not contact.email or _PLAIN.fullmatch(contact.email):
            continue
        from docgen.roster.check_contacts import check_email
        from docgen.roster.columns import Column

        complaint = check_email(contact.email, Column("email", "")).complaint
        if complaint:
            yield at(reading.place("contacts", key, "email"), complaint.reason, complaint.hint)
        elif (half := unicodedata.normalize("NFKC", contact.email)) != contact.email:
            yield at(reading.place("contacts", key, "email"), _message(contact.email), _hint(half))
    for one in broken_mails(reading):
        half = re.sub(r"[\s。，,．·]+", ".", unicodedata.normalize("NFKC", one.text.replace(" ", "")))
        yield one.passage.hit(one.start, one.end, _message(one.text), _hint(half))


def _message(address: str) -> str:
    return _('"{value}" is not a mail address').format(value=address)


def _hint(guess: str) -> str:
    guess = re.sub(r"(?<=@)([\w\-]+?)(com|cn|net)$", r"\1.\2", guess)
    if "." in guess.partition("@")[2]:
        return _("did you mean {guess}?").format(guess=guess)
    return _("write it as name@example.com")
