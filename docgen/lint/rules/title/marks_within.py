"""标题里除书名号、引号、括号外不用标点。

用了逗号、分号，多半是事由写成了两句话，应当并成一句。标题很多都有顿号（“科技、教育”），现行规定也没有禁止，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-006",
    name="marks-within-title",
    title="标题内除书名号、引号外不用标点",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于做好申报，评审工作的通知",
    good="关于做好申报评审工作的通知",
    wants=("title",),
)

_MARK = Pattern(r"(?<!\d)[，；：,;]|[。！？!?]|[，；：,;](?!\d)")
_BRACKETED = Pattern(r"（[^（）]*）|\([^()]*\)")


def check(reading: Reading) -> Iterator[Hit]:
    """Marks outside of quotations and brackets; one at the very end is another rule's."""
    title = title_of(reading)
    if not title:
        return
    words = _BRACKETED.sub(lambda match: "\ufffc" * len(match.group()), title.unquoted)
    for match in _MARK.finditer(words.rstrip("。，、；：！？.,;:!?")):
        message = _('"{mark}" stands within the title').format(mark=match.group())
        yield title.hit(*match.span(), message, _("make one phrase of it"))
