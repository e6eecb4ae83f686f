"""第一层标题用黑体，第二层用楷体，第三、四层用仿宋。

只看 Word 文件里独立成段的“一、”和“（一）”标题；“（一）”后面接着正文的，看句号以前的部分；整段只是一句话的，是正文。
字体由主题决定、文件里没有写明的，不提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import HEITI, KAITI, first_of_each, is_face, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.word import WordParagraph

RULE = Rule(
    code="STRUCT-014",
    name="heading-in-other-type",
    title="层次标题字体：一黑体、二楷体",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.3(一般)",
    bad="“（一）申报范围”用黑体",
    good="“（一）申报范围”用楷体",
    wants=("word",),
)

_LEVELS = (
    ("一、", re.compile(r"[一二三四五六七八九十]{1,3}、"), HEITI, "黑体"),
    ("（一）", re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]"), KAITI, "楷体"),
)
_LONG = 36


def check(reading: Reading) -> Iterator[Hit]:
    """Headings of the first two levels; of each level the first that is wrong."""
    if reading.word:
        yield from first_of_each(_wrong(reading))


def _wrong(reading: Reading) -> Iterator[tuple[str, Hit]]:
    for one in reading.word.of("body") if reading.word else ():
        for level, number, faces, name in _LEVELS:
            font = _font_of_heading(one) if number.match(one.text) else None
            if is_face(font, faces) is False:
                message = _("the heading {level} is set in {font}, not in {face}")
                yield level, of_paragraph(reading, one, message.format(level=level, font=font, face=name))


def _font_of_heading(one: WordParagraph) -> str | None:
    """The typeface of the words up to the first full stop; None if they are a whole sentence of running text."""
    heading = one.text.partition("。")[0]
    is_sentence = one.text.rstrip("。") == heading != one.text
    if len(heading) > _LONG or "，" in heading or "；" in heading or is_sentence:
        return None
    at = heading[len(heading) // 2 :]
    fonts = {look.font for look in one.looks if at and at[:2] in look.text}
    return fonts.pop() if len(fonts) == 1 else None
