"""正文每面排22行：固定行距不大于29磅。

上下页边距是37毫米、35毫米的，版心高225毫米，22行每行10.2毫米，即29磅。行距设成30磅，一面只剩21行。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-006",
    name="lines-too-far-apart",
    title="每面22行：固定行距不超过29磅",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 5.2.3（一般每面排22行）",
    bad="固定行距30磅，每面21行",
    good="固定行距28.95磅，每面22行",
    wants=("word",),
)

_LINES = 22


def check(reading: Reading) -> Iterator[Hit]:
    """The height of most of the body's lines, against the type area."""
    word = reading.word
    lines = Counter(one.line for one in word.of("body") if one.rule == "exact" and one.line) if word else None
    if word is None or not lines or sum(lines.values()) < 3:
        return
    height = lines.most_common(1)[0][0]
    section = word.sections[0]
    fits = int((section.height - section.top - section.bottom + 0.5) / height)
    if fits < _LINES and height > 29:
        message = _("lines of {height} pt: a page holds {fits} of them, not 22").format(height=f"{height:g}", fits=fits)
        place = next(one.place for one in word.of("body") if one.line == height)
        yield at(place, message, _("set the lines to exactly 28.95 pt"))
