"""交代了简称，后面却没有用到，“（以下简称……）”就可以删去。

删改段落之后常会留下这样的括号。附件、表格里用到的也算用到。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.abbreviations import introduced
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-010",
    name="short-name-never-used",
    title="交代的简称应当用到",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="示例市专家服务基地（以下简称“市基地”）……全文再无“市基地”",
    good="示例市专家服务基地（以下简称“市基地”）……市基地应当……",
    needs=("简称", "统称", "并称"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A short name that does not come again, in the body, the annexes or the forms."""
    for one in introduced(reading):
        own = one.passage.text
        others = "\n".join(p.text for p in reading.passages if p is not one.passage and p.part != "value")
        if one.name not in own[: one.start] + own[one.end :] and one.name not in others:
            message = _('"{name}" is introduced and never used').format(name=one.name)
            yield one.passage.hit(one.start, one.end, message, _("use it, or delete （以下简称…）"))
