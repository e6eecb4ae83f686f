"""“签发人”后面用全角冒号。

campaign 里只写姓名，“签发人：”由 docgen 印制，所以本条看的是别处的文件。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-006",
    name="half-width-colon-after-signer",
    title="“签发人”后用全角冒号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.2.6",
    bad="签发人:张某",
    good="签发人：张某",
    needs=("签",),
    fixes=True,
)

_COLON = Pattern(r"签\s*发\s*人\s*(:)")


def check(reading: Reading) -> Iterator[Hit]:
    """A half-width colon in the letterhead."""
    for passage in reading.of("letterhead"):
        if match := _COLON.search(passage.text):
            message = _('a half-width colon stands behind "签发人"')
            yield passage.hit(*match.span(1), message, _("use the full-width one"), "：")
