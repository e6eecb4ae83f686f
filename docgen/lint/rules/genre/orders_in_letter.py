"""函是平级之间商洽、询问、答复用的，不用“你局务必”一类指令口吻。

给下级的复函、批复称“你局”是通例，不看；一句之中既称“你局”，又说“务必”“必须”的才提示。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import genre_of, title_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="GENRE-003",
    name="orders-in-letter",
    title="函不用“你局”和指令口吻",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="请你局务必于3月31日前拨付（函）",
    good="请贵局于2026年3月31日前予以支持",
    needs=("你局", "你厅", "你委", "你办", "你单位", "你公司", "你校"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """你局务必 in a 函 that is not an answer."""
    title = title_of(reading)
    if title is None or genre_of(reading) != "函" or "复函" in title.text:
        return
    for passage in reading.of("body"):
        for match in _order().finditer(passage.unquoted):
            message = _('"{words}" gives orders, as a letter among equals does not').format(words=match[0])
            yield passage.hit(*match.span(), message, _("write 请贵局……予以支持"))


@functools.cache
def _order() -> Pattern:
    return Pattern("你(?:局|厅|委|办|单位|公司|校)[^，。；]{0,12}(?:务必|必须|不得|严禁)")
