"""中文里的逗号、分号、冒号、问号、叹号用全角的，不用英文的半角标点。

看标点的两边：至少一边是汉字或者中文标点才报。数字之间的（100,000、1:500、9:00）、外文之间的、网址和邮箱里的，都是对的，不动。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.chinese import is_chinese
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE, Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-001",
    name="half-width-mark",
    title="汉字之间的逗号、分号、冒号、问号、叹号用全角",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 5.1.1；5.1.2",
    bad="按要求申报,并于3月底前报送",
    good="按要求申报，并于3月底前报送",
    needs=(",", ";", ":", "?", "!"),
    fixes=True,
)


_OTHERS = ("，", "。", "、", "；", "：")
_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！"}


def check(reading: Reading) -> Iterator[Hit]:
    """申报,并."""
    for passage in reading.of(*PROSE):
        if not any(mark in passage.text for mark in _FULL):
            continue
        for match in _marks().finditer(passage.bare):
            if not _is_in_chinese(passage, match):
                continue
            mark, right = match["mark"], _FULL[match["mark"]]
            message = _('"{mark}" is a half-width mark in Chinese words').format(mark=mark)
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


def _is_in_chinese(passage: Passage, match: re.Match[str]) -> bool:
    before, after = passage.text[: match.start()].rstrip(), passage.text[match.end() :]
    if before.endswith(("&nbsp", "&lt", "&gt", "&amp")) or (len(before) < 3 and before.isdigit()):
        return False
    if before.endswith(_OTHERS) or after.startswith(_OTHERS):
        return False  # PUNC-006 looks at doubled marks.
    if passage.part == "addressee" and not after:
        return False  # TO-001 looks at it.
    if is_chinese(before[-1:]):
        # A colon between two names of drives, ratios and the like is not in Chinese words.
        return True
    return match["mark"] in ",;" and is_chinese(after[:1]) and before != ""


@functools.cache
def _marks() -> Pattern:
    return Pattern(r" *(?P<mark>[,;:?!]) *")
