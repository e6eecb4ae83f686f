"""一个简称只交代一次。

第二次写“（以下简称……）”，多半是两段文字拼到一起时留下的；若两处指的不是同一回事，更要换一个简称。附件是独立的文件，
另行交代不算重复。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.abbreviations import Introduced, introduced
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-009",
    name="short-name-twice",
    title="简称只交代一次",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="……（以下简称“基地”）……（以下简称“基地”）",
    good="……（以下简称“基地”）……基地……",
    needs=("简称", "统称", "并称"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The same short name introduced once more."""
    first: dict[str, Introduced] = {}
    for one in introduced(reading):
        before = first.setdefault(one.name, one)
        if before is not one:
            message = _('"{name}" has been introduced before').format(name=one.name)
            hint = _("introduce it once, and use it from then on")
            yield one.passage.hit(one.start, one.end, message, hint)
