"""标题末尾不用标点。

标题不是句子，末了不加句号、冒号。“（试行）”“（第一批）”之后同样不加。附件的标题另有规则。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-001",
    name="mark-at-end-of-title",
    title="标题末尾不用标点",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于开展2026年职称申报工作的通知。",
    good="关于开展2026年职称申报工作的通知",
    wants=("title",),
    fixes=True,
)

_END = Pattern(r"[。，、；：！？.,;:!?]+$")


def check(reading: Reading) -> Iterator[Hit]:
    """Marks behind the last word."""
    for passage in reading.of("title"):
        if match := _END.search(passage.text):
            message = _('the title ends with "{mark}"').format(mark=match.group())
            yield passage.hit(*match.span(), message, _("leave it out"), "")
