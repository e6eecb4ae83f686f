"""引用公文先写标题，后写发文字号，字号放在圆括号里。

写作“《关于……的通知》（示人社发〔2025〕3号）”。字号前面连着机关名称、分不清从哪里算起的，只提示，不自动改。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-001",
    name="number-before-title",
    title="引用公文先标题后文号",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="根据示人社发〔2025〕3号《关于……的通知》",
    good="根据《关于……的通知》（示人社发〔2025〕3号）",
    needs=("号《", "号文件《", "号文《"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A document number right before a title."""
    for passage in reading.of(*PROSE):
        for match in _reversed().finditer(passage.text):
            lead = _led().match(match["code"])
            start = match.start() + (lead.end() if lead else 0)
            number = passage.text[start : match.end("number")]
            right = f"{match['title']}（{number}）"
            mended = right if _is_plain(number, bool(lead)) and not match["behind"] else None
            message = _('the number "{number}" stands before the title').format(number=number)
            hint = _("write {right}").format(right=right)
            yield passage.hit(start, match.end("title"), message, hint, mended)


def _is_plain(number: str, led: bool) -> bool:
    """Whether it is certain where the number begins: no office's name runs into its code."""
    code = number.partition("〔")[0]
    return led and len(code) <= 7 and not re.search("[厅局院委省市县区]", code)


@functools.cache
def _led() -> Pattern:
    return Pattern(r".*(?:根据|按照|依据|落实|贯彻|执行|转发)")


@functools.cache
def _reversed() -> Pattern:
    return Pattern(
        r"(?P<number>(?P<code>[\u4e00-\u9fff]{1,20})〔\d{4}〕\d{1,5}号)(?:文件|文)?"
        r"(?P<title>《(?:[^《》]|《[^《》]*》)+》)(?P<behind>[（(])?"
    )
