"""主送机关移到版记的，排在抄送机关的上一行，两行之间不加分隔线。

主送机关太多、首页排不下正文的，把主送机关移到版记。它和抄送机关是一类要素，中间不画线；排在抄送下面，就分不清主次了。
次序在各种文件里都看；分隔线只看 Word 文件里用表格排的版记。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph, whole
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-013",
    name="addressees-apart-from-copies",
    title="主送移至版记的，在抄送上一行，之间不加分隔线",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.4.2",
    bad="抄送下面是主送，中间有线",
    good="主送在上、抄送在下，中间没有线",
    needs=("主送：", "主送:"),
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Addressees among the copies: below them, or with a line between."""
    from docgen.lint.dividers import divided_imprint

    copies = False
    for passage in reading.of("copies_to"):
        if passage.text.startswith("主送") and copies:
            yield whole(passage, _("the addressees stand below those who get a copy"), _("set them above"))
        copies = copies or passage.text.startswith("抄送")
    for upper, lower in pairwise(divided_imprint(reading)):
        if upper.begins_with("主送") and lower.begins_with("抄送") and upper.below:
            message = _("there is a line between the addressees and those who get a copy")
            yield of_paragraph(reading, lower.paragraphs[0], message, _("take it out"))
