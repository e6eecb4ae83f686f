"""不用“此页无正文”。

落款排到了另一页，应当调整行距、字距，使它与正文同处一页，而不是标注“此页无正文”。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="SIGN-005",
    name="no-text-on-this-page",
    title="不用“此页无正文”，应调整行距、字距",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.5.5",
    bad="（此页无正文）",
    good="调整行距、字距，使落款与正文同页",
    needs=(
        "页无",
        "页以下无",
        "页下无",
    ),
)

_WORDS = Pattern(r"[（(〔\[]?\s*[此本]页(?:以?下)?无(?:正文|内容)\s*[）)〕\]]?")


def check(reading: Reading) -> Iterator[Hit]:
    """The words, outside of quotations."""
    for passage in reading.passages:
        if passage.part == "attached":
            continue
        for match in _WORDS.finditer(passage.unquoted):
            message = _('"{words}" is not used').format(words=match.group())
            hint = _("move lines and characters closer, so that the signature shares a page with the text")
            yield passage.hit(*match.span(), message, hint)
