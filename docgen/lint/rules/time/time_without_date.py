"""期限写具体日期，不写“本月底”“下周五”一类相对的时间。

通知从签发到收到要隔些日子，转发一层又是一层；“本月底”是哪个月，各处理解不同。只看表示期限的地方（“于……前”“在……
前”）；“节后报送”一类的，同一句里另有日期的不看。叙述工作情况的不看。
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
    code="TIME-007",
    name="deadline-without-date",
    title="期限不用相对时间",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="请于本月底前报送",
    good="请于2026年3月31日前报送",
    needs=(
        "本月",
        "下月",
        "下个月",
        "本周",
        "下周",
        "这周",
        "近期",
        "近日",
        "明日",
        "明天",
        "节前",
        "节后",
        "年前",
        "年后",
        "会后",
        "假期前",
        "假期后",
    ),
)

_LOOSE = Pattern(
    r"(?:请|务必|须|应)[^，。；]{0,12}(?P<when>春节[前后]|节[前后]|年[前后]|假期[前后]|会后|近日|近期|[本下]月内|[本下]周内)"
    r"[^。；]{0,40}?(?:报送|上报|提交|反馈|寄送|报至|发至|发送|填写|填报|完成)"
)
_DATED = Pattern(r"\d\s*[月日时天]|工作日|\d\s*个月")
_RELATIVE = Pattern(
    r"(?:请|务必|须|应|于|在)(?:[^，。；]{0,6})"
    r"(?P<when>(?:本月|下月|下个月|本周|下周|这周|明日|明天)(?:[一二三四五六日]|底|末|初|中旬|上旬|下旬|\d{1,2}[日号])?)(?:之前|以前|前)"
)


def check(reading: Reading) -> Iterator[Hit]:
    """于本月底前."""
    for passage in reading.of("body", "annex_body"):
        for match in _RELATIVE.finditer(passage.bare):
            message = _('"{when}" is another day for whoever reads it later').format(when=match["when"])
            yield passage.hit(*match.span("when"), message, _hint())
        for match in _LOOSE.finditer(passage.bare):
            sentence = re.split("[。；]", passage.text[match.start() :])[0]
            if not _DATED.search(sentence):
                message = _('"{when}" is no day').format(when=match["when"])
                yield passage.hit(*match.span("when"), message, _hint())


def _hint() -> str:
    return _("write the date: {{ deadlines.… | day_weekday }}")
