"""正文用黑色；红色只用于发文机关标志、分隔线和印章。

正文里留着红字，多半是修改、提醒的标记没有改回来。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.passage import Part
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-014",
    name="red-text",
    title="正文不用红字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 5.2.4",
    bad="正文中的红字",
    good="黑色文字",
    wants=("word",),
)

_PARTS: tuple[Part, ...] = (
    "title",
    "addressee",
    "body",
    "annex_note",
    "signature",
    "date",
    "note",
    "annex_title",
    "annex_body",
)


def check(reading: Reading) -> Iterator[Hit]:
    """Coloured words below the letterhead."""
    for one in reading.word.of(*_PARTS) if reading.word else ():
        words = "".join(look.text for look in one.looks if _is_red(look.colour)).strip()
        if not words:
            continue
        passage = next((passage for passage in reading.passages if passage.place == one.place), None)
        start = passage.text.find(words) if passage else -1
        message = _("these words are red")
        if passage and start >= 0:
            yield passage.hit(start, start + len(words), message, _("make them black"))
        else:
            yield at(one.place, message, _("make them black"))


def _is_red(colour: str) -> bool:
    if not re.fullmatch(r"[0-9A-F]{6}", colour):
        return False
    red, green, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
    return red > 150 and green < 90 and blue < 90
