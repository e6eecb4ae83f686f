"""附注加圆括号，排在成文日期的下一行。

落款之后直接写“联系人：……”，就是没有加括号的附注。正文之内的联系方式不是附注，不看；分成几行写的，只提示，不自动改。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="NOTE-001",
    name="note-without-brackets",
    title="附注加圆括号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.6",
    bad="联系人：张某，联系电话：028-87654321",
    good="（联系人：张某；联系电话：028-87654321）",
    needs=("联系人", "联系电话", "此件"),
    wants=("foreign",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """联系人：… or 此件… right behind the date, bare."""
    if reading.loaded:
        return
    bare = _behind_date(reading)
    if bare:
        first = bare[0]
        right = f"（{first.text.rstrip('。；，')}）"
        message = _("the note below the date stands without brackets")
        mended = right if len(bare) == 1 else None
        yield first.hit(0, len(first.text), message, _("write {right}").format(right=right), mended)


def _behind_date(reading: Reading) -> list[Passage]:
    """The lines from the date on that are notes without brackets."""
    found: list[Passage] = []
    is_behind = False
    for passage in reading.passages:
        if passage.part == "date":
            is_behind = True
        elif is_behind and passage.part == "body" and _note().match(passage.text):
            found.append(passage)
        elif is_behind and passage.part != "note":
            break
    return found


@functools.cache
def _note() -> Pattern:
    return Pattern(r"(?:联\s*系\s*人|联系电话|经\s*办\s*人)\s*[:：]|此件(?:主动公开|依申请公开|不予公开|公开发布)")
