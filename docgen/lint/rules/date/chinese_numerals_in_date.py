"""成文日期用阿拉伯数字。

2012年7月1日以前的公文成文日期用汉字，转发、引用那时的公文照录原样；此后成文的一律用阿拉伯数字。
date_style: chinese 只留给重排旧公文。正文里的汉字年份另有规则。
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DATE-002",
    name="chinese-numerals-in-date",
    title="成文日期用阿拉伯数字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.4",
    bad="二〇二六年三月五日",
    good="2026年3月5日",
    fixes=True,
)

STANDARD = datetime.date(2012, 7, 1)
"""GB/T 9704-2012 is in force."""

_DIGITS = {char: value for value, chars in enumerate(("〇○零Ｏ０O0о◯", *"一二三四五六七八九")) for char in chars}
_DATE = Pattern(r"([^\s年]{4})年\s*([一二三四五六七八九十]{1,2})\s*月\s*([一二三四五六七八九十廿]{1,4})\s*日")


def check(reading: Reading) -> Iterator[Hit]:
    """A date of issue in Chinese numerals since the standard is in force."""
    if reading.loaded:
        campaign = reading.loaded.campaign
        if campaign.date_style == "chinese" and campaign.issued and campaign.issued >= STANDARD:
            message = _("the date of issue is printed with Chinese numerals")
            yield at(reading.place("date_style"), message, _("since 2012 it is written in digits: leave this out"))
    for passage in reading.of("date"):
        match = _DATE.fullmatch(passage.text)
        date = _date(match) if match else None
        if date and date >= STANDARD:
            digits = f"{date.year}年{date.month}月{date.day}日"
            message = _("the date of issue is printed with Chinese numerals")
            yield passage.hit(0, len(passage.text), message, _("write {date}").format(date=digits), digits)


def _date(match: re.Match[str]) -> datetime.date | None:
    year = [_DIGITS.get(char) for char in match[1]]
    if None in year:
        return None
    try:
        return datetime.date(int("".join(map(str, year))), _number(match[2]), _number(match[3]))
    except ValueError:
        return None


def _number(text: str) -> int:
    """二十一 → 21, 廿一 → 21."""
    tens, ten, ones = text.replace("廿", "二十").partition("十")
    if not ten:
        tens, ones = "", text
    return (10 * _DIGITS.get(tens or "一", 1) if ten else 0) + (_DIGITS.get(ones, 0) if ones else 0)
