"""上行文原则上主送一个上级机关，其他的抄送。

几个上级机关同时主送，谁来批就说不清。受双重领导的机关上报公文，主送一个，另一个写进抄送。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from docgen.language import _
from docgen.lint.addressees import addressees_of
from docgen.lint.finding import Hit
from docgen.lint.genre import UPWARD, genre_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-005",
    name="upward-to-several",
    title="上行文原则上主送一个上级机关",
    severity="warning",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条（一）",
    bad="示例市人民政府、示例市财政局：",
    good="示例市人民政府：",
    needs=UPWARD,
)


def check(reading: Reading) -> Iterator[Hit]:
    """请示 or 报告 with more than one addressee."""
    if genre_of(reading) not in UPWARD:
        return
    for one in islice(addressees_of(reading), 1, None):
        message = _('"{name}" is a second addressee').format(name=one.name)
        yield one.passage.hit(one.start, one.end, message, _("let it have a copy (抄送)"))
