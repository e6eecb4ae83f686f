"""版头左上角自上而下：份号，密级和保密期限，紧急程度。

三样都要标的，份号在第一行，密级和保密期限在第二行，紧急程度在第三行；少一样的，后面的往上移，次序不变。
只看各占一行、左边对齐的；排在表格、文本框里的，在同一行的，不看。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-009",
    name="letterhead-out-of-order",
    title="版头要素顺序：份号、密级和保密期限、紧急程度",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.3",
    bad="特急 / 机密★1年 / 000001",
    good="000001 / 机密★1年 / 特急",
    needs=("特急", "加急", "秘密", "机密", "绝密"),
    wants=("foreign",),
)

_ORDER = (Pattern(r"\d{6}"), Pattern(r"[绝机秘]密(?:★.{1,8})?"), Pattern("特急|加急"))


def check(reading: Reading) -> Iterator[Hit]:
    """Two of the three, one above the other, of which the upper belongs below."""
    from docgen.lint.head import head_lines

    lines = [(line, rank) for line in head_lines(reading) if line.flush and (rank := _rank(line.text)) is not None]
    for (upper, one), (lower, other) in pairwise(lines):
        if one > other and lower.is_below(upper):
            message = _('"{upper}" stands above "{lower}"').format(upper=upper.text, lower=lower.text)
            hint = _("their order: copy number, grade of secrecy, urgency")
            yield upper.hit(message, hint)
            return


def _rank(text: str) -> int | None:
    return next((rank for rank, shape in enumerate(_ORDER) if shape.fullmatch(text)), None)
