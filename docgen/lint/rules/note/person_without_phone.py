"""写了联系人，就要写联系电话，电话可以写在同一行或者下面几行。

表格里供人填写的“联系人”不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NOTE-004",
    name="person-without-phone",
    title="有联系人须有联系电话",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="（联系人：张某）",
    good="（联系人：张某；联系电话：028-87654321）",
    needs=("联系人", "联 系 人", "联　系　人"),
)

_NEAR = 5
"""So many lines before and after belong together."""


def check(reading: Reading) -> Iterator[Hit]:
    """联系人：… with no telephone near it."""
    lines = list(reading.of("body", "note"))
    for row, passage in enumerate(lines):
        match = _person().search(passage.text)
        if match and not any(map(_has_phone, lines[max(row - _NEAR, 0) : row + _NEAR + 1])):
            message = _("a person to ask is named, but no telephone number")
            yield passage.hit(*match.span(), message, _("add the number: 联系电话：…"))


def _has_phone(passage: Passage) -> bool:
    return _phone().search(passage.text) is not None


@functools.cache
def _person() -> Pattern:
    return Pattern(r"联\s*系\s*人\s*[:：]\s*[\u4e00-\u9fff]+")


@functools.cache
def _phone() -> Pattern:
    return Pattern(r"电\s*话\s*[:：]?\s*[（(\d]|手\s*机|\d{7,}|\d{3,4}[-—－]\d{4,8}")
