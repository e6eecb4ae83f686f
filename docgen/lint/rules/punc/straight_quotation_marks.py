"""引号用“”，不用分不出左右的直引号。

成对的、里面有汉字的才报；尺寸（15.6"）、外文里的不动。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.chinese import has_chinese
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-004",
    name="straight-quotation-marks",
    title="引号用“”，不用直引号",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 4.8",
    bad='实行"一网通办"',
    good="实行“一网通办”",
    needs=('"', "＂"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A pair of straight marks around Chinese words."""
    for passage in reading.of(*PROSE):
        if '"' not in passage.text and "＂" not in passage.text:
            continue
        for match in _quotation().finditer(passage.bare):
            if not has_chinese(passage.text[match.start() : match.end()]):
                continue
            words = passage.text[match.start() + 1 : match.end() - 1]
            right = f"“{words}”"
            message = _("straight quotation marks stand around {words}").format(words=words)
            yield passage.hit(*match.span(), message, _("write {right}").format(right=right), right)


@functools.cache
def _quotation() -> Pattern:
    return Pattern(r'(?<!\d)["＂][^"＂。“”]{1,60}["＂]')
