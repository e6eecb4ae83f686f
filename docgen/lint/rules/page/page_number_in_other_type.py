"""页码用四号半角宋体。

四号是14磅。用 Times New Roman、五号的，是 Word 页脚的默认样式没有改过来。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.layout import SONGTI, is_face
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PAGE-005",
    name="page-number-in-other-type",
    title="页码数字用4号半角宋体",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.5(一般)",
    bad="Times New Roman 五号",
    good="宋体四号",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Size and typeface of the digits in footers."""
    for one in reading.word.numbered_footers if reading.word else ():
        for look in one.looks:
            if not any(sign.isdigit() for sign in look.text):
                continue
            if look.size and abs(look.size - 14) > 0.3:
                message = _("the page number is set in {size} pt, not in 14 pt (size four)")
                yield at(one.place, message.format(size=f"{look.size:g}"))
                return
            if is_face(look.latin, SONGTI) is False:
                message = _("the page number is set in {font}, not in 宋体").format(font=look.latin)
                yield at(one.place, message)
                return
