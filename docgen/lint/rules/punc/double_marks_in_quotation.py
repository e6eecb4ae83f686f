"""引号里面还要用引号的，外面用双引号，里面用单引号。

里外哪一对写错了，有时要看原意（也许是前一个右引号打成了左引号），所以只报不改。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-012",
    name="double-marks-in-quotation",
    title="引号里再用引号，里面用单引号",
    severity="warning",
    tier="标准",
    source="GB/T 15834-2011 4.8",
    bad="“推进“放管服”改革”",
    good="“推进‘放管服’改革”",
    needs=("“",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """“推进“放管服”改革”."""
    for passage in reading.of(*PROSE):
        if passage.text.count("“") < 2:
            continue
        for match in _nested().finditer(passage.text):
            words = match["inner"][1:-1]
            message = _("double quotation marks stand within double ones")
            yield passage.hit(*match.span("inner"), message, _("write {right}").format(right=f"‘{words}’"))


@functools.cache
def _nested() -> Pattern:
    return Pattern("“[^“”]*(?P<inner>“[^“”]*”)[^“”]*”")
