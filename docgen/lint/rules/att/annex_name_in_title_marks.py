"""附件说明里的附件名称不加书名号，直接写名称。

国家标准没有规定这一条，只是各地通行的写法。正文中提到附件时，仍写《名称》（见附件1）。名称中间引用的文件标题照常
加书名号，不提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import entries
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-006",
    name="annex-name-in-title-marks",
    title="附件说明中的附件名称不加书名号",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="附件：1.《职称评审申报表》",
    good="附件：1.职称评审申报表",
    needs=("《",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """《…》 around the whole name."""
    for passage, start, end in _names(reading):
        name = passage.text[start:end]
        if re.fullmatch(r"《[^《》]*》", name):
            message = _("the name of an annex stands in 《》 in the list of annexes")
            hint = _("write {right}").format(right=name[1:-1])
            yield passage.hit(start, end, message, hint, name[1:-1])


def _names(reading: Reading) -> Iterator[tuple[Passage, int, int]]:
    for entry in entries(reading):
        yield entry.passage, entry.start, entry.end
    if reading.loaded:
        for passage in reading.of("annex_title"):
            yield passage, 0, len(passage.text)
