"""正文里的附件顺序号用阿拉伯数字，与附件说明、附件页一致。

附件页左上角印的是“附件3”，附件说明列的是“3.”，正文写“附件三”，读者查找时就对不上；一处写“附件三”、一处写“附件3”更不
妥。别的文件的附件照原文写，“附件一并报送”“附件三份”不是顺序号，都不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import CHINESE_DIGITS, CHINESE_LABELS, Mention, known_numbers, mentions
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.points import ordinal_of
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-025",
    name="annex-number-in-chinese-numerals",
    title="正文中的附件顺序号用阿拉伯数字",
    severity="warning",
    tier="实务",
    source="公文实务（GB/T 9704-2012 7.3.4 附件说明的顺序号用阿拉伯数字）",
    bad="按附件三的要求报送",
    good="按附件3的要求报送",
    needs=CHINESE_LABELS,
    fixes=True,
)

_DIGITS = Pattern(rf"[{CHINESE_DIGITS}]+")


def check(reading: Reading) -> Iterator[Hit]:
    """附件三 where there is an annex 3; one that is not there is ATT-009's."""
    if reading.notice is None:
        return
    known = known_numbers(reading)
    alone = len(reading.notice.annexes) == 1
    for mention in mentions(reading):
        words = mention.passage.text[mention.start : mention.end]
        if known.issuperset(mention.numbers) and _DIGITS.search(words):
            right = "附件" if alone else _in_digits(words)
            message = _('"{words}" bears a Chinese numeral, the annex itself an Arabic one').format(words=words)
            yield _hit(mention, message, right)


def _hit(mention: Mention, message: str, right: str) -> Hit:
    hint = _("write {right}").format(right=right)
    return mention.passage.hit(mention.start, mention.end, message, hint, right)


def _in_digits(words: str) -> str:
    """附件三、四 → 附件3、4."""
    return _DIGITS.sub(lambda match: str(ordinal_of(match[0])), words)
