"""发文字号的年份和顺序号都用阿拉伯数字。

2012年以前曾有“〔一九八六〕二十号”一类的写法，引用那时的公文照录即可，年份是“一九××”的不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-006",
    name="chinese-numerals-in-number",
    title="发文字号的年份、顺序号用阿拉伯数字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="示人社发〔二〇二六〕十二号",
    good="示人社发〔2026〕12号",
    needs=("〔", "[", "［", "（", "("),
)


_NUMERALS = frozenset("一二三四五六七八九十百千〇○零")


@functools.cache
def _number() -> Pattern:
    year, serial = "[二2][〇○零Ｏ０O0][一二三四五六七八九〇○零]{2}", "[一二三四五六七八九十百千]{1,7}"
    return Pattern(
        rf"(?<=[\u4e00-\u9fff])[〔\[［（(]\s*{year}\s*[〕\]］）)]\s*第?\s*(?:{serial}|\d{{1,5}})\s*号"
        rf"|(?<=[\u4e00-\u9fff])[〔\[［]\s*\d{{4}}\s*[〕\]］]\s*第?\s*{serial}\s*号"
    )


def check(reading: Reading) -> Iterator[Hit]:
    """Year or serial number in Chinese numerals."""
    for passage in reading.passages:
        if passage.part == "attached" or "号" not in passage.text or _NUMERALS.isdisjoint(passage.text):
            continue
        for match in _number().finditer(passage.unquoted):
            message = _('"{number}" is written with Chinese numerals').format(number=match.group())
            own = passage.part in ("number", "letterhead") or match.end() == len(passage.text)
            hint = _("write year and serial number in digits: 〔2026〕12号")
            yield passage.hit(*match.span(), message, hint, severity=None if own else "warning")
