"""份号是公文印制份数的顺序号，一般用6位阿拉伯数字：第17份是000017。

campaign 的 copy_number 只收6位数字，所以本条看的是别处的文件：版头里写明“份号”的，
或者排在密级上一行的单独一个数。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-001",
    name="copy-number-not-six-digits",
    title="份号一般用6位阿拉伯数字",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.2.1",
    bad="17",
    good="000017",
    wants=("letterhead",),
    fixes=True,
)

_LABELLED = Pattern(r"份\s*号\s*[:：]?\s*(\d+)")
_GRADE = Pattern(r"绝密|机密|秘密")


def check(reading: Reading) -> Iterator[Hit]:
    """A number named as 份号, or alone above the grade of secrecy, in the letterhead."""
    lines = list(reading.of("letterhead"))
    for line, following in zip(lines, [*lines[1:], None], strict=False):
        match = _LABELLED.fullmatch(line.text)
        if not match and following and _GRADE.match(following.text):
            match = re.fullmatch(r"(\d+)", line.text)
        if match and len(match[1]) != _DIGITS:
            message = _('the copy number "{number}" does not have six digits').format(number=match[1])
            whole = match[1].zfill(_DIGITS) if len(match[1]) < _DIGITS else None
            hint = _("write {number}").format(number=whole) if whole else ""
            yield line.hit(*match.span(1), message, hint, whole)


_DIGITS = 6
