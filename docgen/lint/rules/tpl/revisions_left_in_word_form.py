"""发给各单位的 Word 表格里不留修订痕迹和批注。

每个单位的文件都照着 form.docx 做，没有接受的修订、没有删除的批注，各单位都看得见，PDF 上也印得出来。
批注是写给填表人看的，可以留着，用 allow 写明原因。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.rules.tpl._doctor import drawn_forms
from docgen.render.docx.revisions import revisions_left

RULE = Rule(
    code="TPL-007",
    name="revisions-left-in-word-form",
    title="Word 表格不含修订痕迹与批注",
    severity="warning",
    tier="技术",
    source="定稿要求",
    bad="form.docx 里有没有接受的修订",
    good="修订全部接受，批注全部删除",
    wants=("drawn forms",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Tracked changes and comments in the Word file itself."""
    for form in drawn_forms(reading):
        for problem in revisions_left(form):
            yield at(problem.place or reading.place(), problem.message, problem.hint)
