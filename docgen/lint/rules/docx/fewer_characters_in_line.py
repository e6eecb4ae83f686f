"""正文每行排28个字：三号字要压缩字距。

版心宽156毫米，三号字（16磅）原样排，一行只有27个。在“字体、高级”里把字符间距紧缩0.25磅，或者在“页面设置、文档网格”里
指定每行28字。
设了字符网格的，看不出排成多少，不看；版心不是156毫米宽的，由 DOCX-011 管。
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from docgen.document.measure import MM_PER_POINT
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.word import WordParagraph

RULE = Rule(
    code="DOCX-005",
    name="fewer-characters-in-line",
    title="3号字每行28个，须压字距",
    severity="info",
    tier="国标",
    source="GB/T 9704-2012 5.2.3（一般每行排28个字）；实测",
    bad="16磅，字距标准，每行27字",
    good="16磅，字距紧缩0.25磅，每行28字",
    wants=("word",),
)

_CHARACTERS = 28
_WIDTH, _NEAR = 156.0, 1.0
"""mm."""


def check(reading: Reading) -> Iterator[Hit]:
    """The room that most characters of the body take, against the width of the type area."""
    if reading.word is None:
        return
    section = reading.word.sections[0]
    if section.grid in ("linesAndChars", "snapToChars") or abs(section.type_width * MM_PER_POINT - _WIDTH) > _NEAR:
        return
    paragraphs = [one for one in reading.word.of("body") if not one.cell and len(one.text) > _CHARACTERS]
    taken = Counter[tuple[float, float]]()
    for one in paragraphs:
        taken.update(_taken(one))
    size, apart = max(taken, key=lambda room: taken[room], default=(0.0, 0.0))
    if abs(size - 16) > 0.3 or len(paragraphs) < 2:
        return
    fits = int((_WIDTH / MM_PER_POINT + 0.5) / (size + apart))
    if fits < _CHARACTERS:
        message = _("a line holds {fits} characters of {size} pt, not 28").format(fits=fits, size=f"{size:g}")
        yield at(paragraphs[0].place, message, _("condense them by 0.25 pt"))


def _taken(one: WordParagraph) -> dict[tuple[float, float], int]:
    """Size and further distance → so many characters."""
    taken: dict[tuple[float, float], int] = {}
    for look in one.looks:
        if look.size:
            room = look.size, look.apart
            taken[room] = taken.get(room, 0) + len(look.text)
    return taken
