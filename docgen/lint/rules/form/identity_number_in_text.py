"""公开印发的文稿里不写身份证号码；需要的另表报送。

只看校验位正确、日期存在的十八位号码，随手编的样例不算。花名册（units）不在此列，那里本来就要号码。
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-009",
    name="identity-number-in-text",
    title="文稿不出现不必要的身份证号",
    severity="warning",
    tier="实务",
    source="公文实务；《个人信息保护法》第六条要求收集最小范围",
    bad="张某 11010519491231002X",
    good="张某（身份证号另表报送）",
)

_NUMBER = Pattern(r"(?<![0-9A-Za-z])[1-9]\d{5}((?:19|20)\d\d)(\d\d)(\d\d)\d{3}[0-9Xx](?![0-9A-Za-z])")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST = "10X98765432"


def check(reading: Reading) -> Iterator[Hit]:
    """Eighteen digits that are a person's number."""
    for passage in reading.passages:
        for match in _NUMBER.finditer(passage.text):
            if _is_real(match):
                message = _("the identity number of a person stands in the text")
                yield passage.hit(*match.span(), message, _("take it out; have it sent separately"))


def _is_real(match: re.Match[str]) -> bool:
    digits = match.group().upper()
    try:
        datetime.date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return False
    total = sum(int(digit) * weight for digit, weight in zip(digits, _WEIGHTS, strict=False))
    return _LAST[total % 11] == digits[-1]
