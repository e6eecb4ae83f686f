"""抄送机关不与主送机关重复。

主送已经有了的机关，不再抄送一份。只比较写法完全相同的机关名称。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-008",
    name="copies-to-addressee",
    title="抄送机关不与主送机关重复",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="主送、抄送均有市财政局",
    good="抄送机关中去掉市财政局",
    wants=("copies_to",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """An office that is addressed and gets a copy as well."""
    copies = list(reading.of("copies_to"))
    if not copies:
        return
    addressed = {office for passage in reading.of("addressee") for office, _start in _offices(passage)}
    for passage in copies:
        for office, start in _offices(passage):
            if office in addressed:
                message = _('"{office}" is addressed, and gets a copy as well').format(office=office)
                yield passage.hit(start, start + len(office), message, _("delete it from the copies"))


def _offices(passage: Passage) -> Iterator[tuple[str, int]]:
    """Each office's name and where it begins."""
    for match in re.finditer(r"[^，、；。：,;:\s]{3,}", passage.text):
        yield match[0], match.start()
