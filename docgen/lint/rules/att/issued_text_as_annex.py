"""印发、转发类通知里，被印发的文件本身不列作附件。

“关于印发《……办法》的通知”，《……办法》就是通知的内容，落款之后另面直接排办法全文，不写附件说明。这是通行的做法，
国家标准没有写明。随办法附上的表格仍可以列作附件。活动文件里，把办法的 title 和 body 从 annexes: 移
到 attached:，就是这样排。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import entries, names, plain
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-019",
    name="issued-text-as-annex",
    title="印发类通知：被印发的文件不列作附件",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="关于印发《办法》的通知，附件：办法",
    good="落款后另面直接排《办法》，不写附件说明",
    needs=("印发", "转发"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """An annex by the name of what the title says is issued."""
    title = "".join(passage.text for passage in reading.of("title"))
    issued = re.search(r"(?:印发|转发|发布|公布)《(.+)》的?(?:通知|公告|决定)", title)
    if not issued:
        return
    for number, called in names(reading).items():
        if any(plain(name) == plain(issued[1]) for name in called):
            listed = [entry.passage.place for entry in entries(reading) if (entry.number or 1) == number]
            place = reading.place("annexes", number - 1) if reading.loaded else next(iter(listed), None)
            if place:
                message = _('"{name}" is what the notice issues, and is listed as its annex').format(name=issued[1])
                yield at(place, message, _hint(reading, number))


def _hint(reading: Reading, number: int) -> str:
    """How it is done; in a campaign by ``attached``, which holds a title and words, but no form."""
    if reading.loaded and not reading.loaded.campaign.annexes[number - 1].form:
        return _("move its title and body to attached:, which is set behind the signature without a list of annexes")
    return _("set it behind the signature, without a list of annexes")
