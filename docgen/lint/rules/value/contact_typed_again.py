"""电话由数值填入，不再手打。

与 contacts: 里相同的电话又在正文或者附表里手打了一遍，换人换号时容易漏改一处。写 {{ contacts.office | phones }}，
或者用 contact_lines。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="VALUE-002",
    name="contact-typed-again",
    title="电话由数值填入，不再手打",
    severity="info",
    tier="技术",
    source="docgen",
    bad="咨询电话0431-87654321（contacts: 中已有）",
    good="咨询电话{{ contacts.office | phones }}",
    wants=("contacts:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A telephone number typed out that is one of the campaign's."""
    contacts = reading.loaded.campaign.contacts if reading.loaded else {}
    known = {phone: key for key, contact in contacts.items() for phone in contact.phones if len(phone) > 6}
    for passage in reading.of("body", "annex_body", "form") if known else ():
        for phone, key in known.items():
            found = re.search(rf"(?<!\d){re.escape(phone)}(?!\d)", passage.text) if phone in passage.text else None
            if found is None:
                continue
            start = found.start()
            if passage.is_typed(start, start + len(phone)):
                message = _("{phone} is contacts.{key}, typed once more").format(phone=phone, key=key)
                yield passage.hit(start, start + len(phone), message, _("fill it in: {{ contacts.… }}"))
