"""附注在成文日期的下一行，左空二字。

“（此件公开发布）”一类的附注不是正文，排在署名、成文日期的后面；前面空二字，不顶格、不居中。
正文里括着的联系人、说明不是附注，不看；附注与日期之间空不空一行，两个标准的说法不同，也不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import left_edge, whole
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.word import WordFile

RULE = Rule(
    code="NOTE-003",
    name="note-out-of-place",
    title="附注在成文日期下一行左空二字",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.6",
    bad="附注排在署名之前",
    good="附注在成文日期下一行，左空二字",
    needs=("（此件", "(此件", "（本件", "(本件", "（联系人", "(联系人"),
    wants=("foreign",),
)

_ABOUT_THE_DOCUMENT = Pattern(r"[（(][此本]件")
_NOTE = Pattern(r"[（(](?:[此本]件|联系人)")


def check(reading: Reading) -> Iterator[Hit]:
    """Notes above the signature; in a Word file also those below it that are not indented."""
    dates = [at for at, one in enumerate(reading.passages) if one.part == "date"]
    hint = _("set it on the line below the date, two characters in")
    for at, passage in enumerate(reading.passages):
        if passage.part != "note" or not dates or not _NOTE.search(passage.text):
            continue
        if at < dates[0]:
            if _ABOUT_THE_DOCUMENT.search(passage.text):
                yield whole(passage, _("the note stands above the signature and the date"), hint)
        elif reading.word and not _is_indented(passage, reading.word):
            yield whole(passage, _("the note does not begin two characters in"), hint)


def _is_indented(passage: Passage, word: WordFile) -> bool:
    one = next((one for one in word.paragraphs if one.place == passage.place), None)
    if one is None or one.cell or one.boxed:
        return True
    return one.align in ("left", "both") and left_edge(one) >= 1
