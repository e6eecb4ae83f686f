"""附件名称之后不加标点，多个附件之间也不加分号。

附件说明的每一行只写顺序号和名称；名称自带的括号、书名号不是句末标点，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import entries
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-001",
    name="mark-after-annex-name",
    title="附件名称后不加标点",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="附件：1.职称评审申报表；",
    good="附件：1.职称评审申报表",
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A mark at the end of an annex's name, in the list or in the campaign."""
    lines = [entry.passage for entry in entries(reading)]
    if reading.loaded:
        lines += [one for one in reading.of("annex_title") if _is_listed(one, reading)]
    for passage in lines:
        name = passage.text.rstrip("。；，、;,.：:")
        if len(name) < len(passage.text):
            mark = passage.text[len(name) :]
            message = _('"{mark}" stands behind the name of an annex').format(mark=mark)
            yield passage.hit(len(name), len(passage.text), message, _("delete it"), "")


def _is_listed(passage: Passage, reading: Reading) -> bool:
    """Whether the list takes the name from here: not from a form whose title the campaign replaces."""
    if not reading.notice or passage.loc[0] == "annexes":
        return True
    return passage.text in {annex.title for annex in reading.notice.annexes}
