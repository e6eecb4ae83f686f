"""批复、复函开头引用来文的标题和文号，再写“收悉”。

“来文收悉”说不清收到的是哪一份。来文没有标题的（来电、来信），写明日期也可以。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-007",
    name="answer-without-question",
    title="批复、复函开头引来文标题和文号",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="来文收悉。",
    good="《关于……的请示》（×〔2026〕1号）收悉。",
    needs=("收悉",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """收悉 in the first paragraph, with neither title nor number nor date before it."""
    title = "".join(passage.text for passage in reading.of("title"))
    if not re.search("批复|复函|答复", title):
        return
    first = next(reading.of("body"), None)
    if first is None or "收悉" not in first.text:
        return
    start = first.text.index("收悉")
    before = first.text[:start]
    if not re.search(r"[《号]|\d月", before):
        message = _("the answer does not say which document it answers")
        hint = _("name its title and its number: 《关于……的请示》（×〔2026〕1号）收悉")
        yield first.hit(start, start + 2, message, hint)
