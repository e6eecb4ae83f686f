"""一行里个别字换了字体，是所用字体没有这个字，程序另找了一个来代。

姓名里的生僻字最常见：笔画粗细、大小与旁边的字不同，盖了章才看出来。换一个收字多的字体，或者请字库厂商补字。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from docgen.language import _, listed
from docgen.lint.finding import Hit, at
from docgen.lint.pages import Char, PageLine
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCX-008",
    name="character-in-substitute-font",
    title="缺字由别的字体代替的，要知道",
    severity="warning",
    tier="技术",
    source="PDF 内嵌字体核对",
    bad="“李珺”的“珺”用了另一种字体",
    good="“李珺”两个字同一种字体",
    wants=("pages",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Chinese characters whose neighbours at both sides are set in one other font; all of a font at once."""
    if reading.pages is None:
        return
    found: dict[str, dict[str, int]] = {}
    for page in reading.pages:
        for line in page.lines:
            for char in _strangers(line):
                found.setdefault(char.font, {}).setdefault(char.text, page.number)
    for font, chars in found.items():
        message = _("{chars}: set in {font}, as the font around it has no such character")
        words = message.format(chars=listed(sorted(chars)), font=font or "?")
        yield at(reading.pages.place(min(chars.values())), words, _("look at it in print, or take another font"))


def _strangers(line: PageLine) -> Iterator[Char]:
    chinese = [char for char in line.chars if "\u3400" <= char.text <= "\u9fff" or char.text > "\U00020000"]
    for (before, char), (_same, after) in pairwise(pairwise(chinese)):
        if before.font == after.font != char.font and abs(before.size - char.size) < 0.2:
            yield char
