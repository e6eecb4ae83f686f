"""部署专项工作的文件一般不超过4000字，部署综合工作的一般不超过5000字。

这是为基层减负的政策要求，说的是正文，附件、附表不计。字数按正文的汉字、数字和标点计。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import genre_of, title_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="GENRE-006",
    name="longer-than-policy-asks",
    title="专项部署类文件一般不超过4000字",
    severity="info",
    tier="政策",
    source="《整治形式主义为基层减负若干规定》",
    bad="正文6000字",
    good="正文不超过4000字（综合部署不超过5000字）",
)

LIMIT = 4000
"""Characters of the body."""


def check(reading: Reading) -> Iterator[Hit]:
    """A body of more than 4000 characters."""
    title = title_of(reading)
    if title is None or genre_of(reading) not in ("通知", "意见"):
        return
    length = sum(len(re.sub(r"\s+", "", passage.text)) for passage in reading.of("body"))
    if length > LIMIT:
        message = _("the body has {length} characters; for one task, {limit} are generally enough")
        hint = _("shorten it, or put details into annexes")
        yield title.hit(0, len(title.text), message.format(length=length, limit=LIMIT), hint)
