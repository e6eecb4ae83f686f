"""首页必须显示正文。主送机关名称过多、首页排不下正文的，把主送机关移到版记。

docgen 按版式计算首页红线、标题以下还剩多少行：主送机关把它们占满，就报告。
也可以改用规范化的统称，例如“各区县人力资源和社会保障局，市级有关部门”。
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from docgen.compose.widths import lines_needed
from docgen.document.tree import Letterhead, Notice
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-006",
    name="no-body-on-first-page",
    title="主送过多致首页不见正文时移至版记",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.2、7.4.2",
    bad="首页全是主送机关名称",
    good="主送移到版记，“主送：”在抄送之上",
    wants=("campaign",),
)

_LINE = 28.0
"""Characters of a line."""
_TITLE_PITCH = 36.0
"""Points from line to line of a title of several lines."""
_RULE = 1.5
"""The red line is so thick, in points."""


def check(reading: Reading) -> Iterator[Hit]:
    """The lines of the addressees against those that are left on the first page."""
    notice = reading.notice
    if not notice or not notice.letterhead or not notice.addressees:
        return
    needed = lines_needed(notice.addressees, _LINE)
    if needed > _FEW and needed >= (room := _room(notice, notice.letterhead)):
        message = _("the addressees take {needed} lines; the first page has room for {room}, and none for the text")
        hint = _("name them by their kind, as 各区县……局")
        yield at(reading.place("addressees"), message.format(needed=needed, room=room), hint)


_FEW = 4
"""So many lines leave room under any letterhead."""


def _room(notice: Notice, head: Letterhead) -> int:
    """Lines between the title and the foot of page 1."""
    from docgen.render.geometry import BODY_PITCH, TEXT_HEIGHT, head_geometry

    geometry = head_geometry(head)
    number = BODY_PITCH * max(1, -(-len(head.signers) // 2))
    marks = geometry.mark_before + len(head.marks) * geometry.mark_line + geometry.number_before
    title = geometry.title_before + len(notice.title) * _TITLE_PITCH + BODY_PITCH
    above = 3 * BODY_PITCH + marks + number + geometry.rule_gap + _RULE + title
    # A tenth of a line may hang over.
    return math.floor((TEXT_HEIGHT - above) / BODY_PITCH + 0.1)
