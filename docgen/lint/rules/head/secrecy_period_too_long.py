"""保密期限有上限：绝密级不超过三十年，机密级不超过二十年，秘密级不超过十年。

上限由法律规定，另有规定的除外；确属除外的，写明理由予以保留。期限不能确定的，应当写解密条件，不写一个更长的年数。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-003",
    name="secrecy-period-too-long",
    title="保密期限不得超过上限（绝密30年、机密20年、秘密10年）",
    severity="error",
    tier="法律",
    source="《中华人民共和国保守国家秘密法》（2024年修订）第二十条",
    bad="秘密★20年",
    good="秘密★10年",
    needs=("★",),
)

_PERIOD = Pattern(r"(绝密|机密|秘密)\s*★\s*(\d{1,3})\s*年")
_LIMITS = {"绝密": 30, "机密": 20, "秘密": 10}


def check(reading: Reading) -> Iterator[Hit]:
    """More years than the grade allows."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _PERIOD.finditer(passage.unquoted):
            limit = _LIMITS[match[1]]
            if int(match[2]) > limit:
                message = _("{grade} for {years} years: the law allows {limit} at most")
                message = message.format(grade=match[1], years=match[2], limit=limit)
                yield passage.hit(*match.span(), message, _("shorten the period, or raise the grade"))
