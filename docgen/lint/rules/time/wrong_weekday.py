"""日期后面括注的星期应当与日期相符。

套用上一年的文稿时，改了日期往往忘了改星期；收文的人只好打电话来问以哪个为准。没有写年份的日期，按前一个日期的年
份，或者按成文日期的年份计算。
--fix 按日期改星期：日期通常是重新定过的，星期是抄下来的；改动会显示出来，请过目。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.days import WEEKDAYS, days_in, in_words, year_of
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TIME-001",
    name="wrong-weekday",
    title="日期与星期一致",
    severity="error",
    tier="计算",
    source="计算校验",
    bad="2026年3月5日（星期五）",
    good="2026年3月5日（星期四）",
    needs=("星期", "周", "礼拜"),
    fixes=True,
)

_WEEKDAY = re.compile(r"\s*[（(]?\s*(?:星期|周|礼拜)([一二三四五六日天])(?![\d年月至到—])")


def check(reading: Reading) -> Iterator[Hit]:
    """A weekday right behind a date."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for day in days_in(passage, year_of(reading)):
            named = _WEEKDAY.match(passage.text, day.end)
            if day.date is None or named is None or passage.is_made(day.start, named.end()):
                continue
            right = WEEKDAYS[day.date.weekday()]
            if named[1].replace("天", "日") != right:
                message = _("{date} is 星期{right}, not 星期{named}")
                words = {"date": in_words(day.date), "right": right, "named": named[1]}
                yield passage.hit(*named.span(1), message.format(**words), _("see which of the two is meant"), right)
