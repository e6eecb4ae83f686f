"""发文顺序号前不加“第”字。

发文字号由机关代字、年份和顺序号三部分组成，“号”字前面直接写数字，例如“示人社发〔2026〕12号”。
本文自己的文号写了“第”，可以直接改掉；引用的文号写了“第”，先对照原件，原件如此的照录，所以只作提醒；2013年以前的旧文号不看。
令、公告等以“第×号”单独编号的，没有六角括号，本条不涉及。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-002",
    name="serial-number-with-di",
    title="发文顺序号不加“第”字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.5",
    bad="示人社发〔2026〕第12号",
    good="示人社发〔2026〕12号",
    needs=("第",),
    fixes=True,
)

_DI = Pattern(r"[〔\[［【]\s*(\d{4})\s*[〕\]］】]\s*(第\s*)\d{1,5}\s*号")
_STANDARD = 2013


def check(reading: Reading) -> Iterator[Hit]:
    """第 between year and serial number: in one's own number, and in those cited since the standard is in force."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _DI.finditer(passage.unquoted):
            message = _('"第" stands before the serial number of {number}').format(number=match.group())
            if passage.part == "number":
                yield passage.hit(*match.span(2), message, _("leave it out"), "")
            elif int(match[1]) >= _STANDARD:
                hint = _("compare it with the original; if it stands there, keep it")
                yield passage.hit(*match.span(2), message, hint, severity="warning")
