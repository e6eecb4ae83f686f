"""省略号是六个连着的点“……”，占两个字的位置；不用三个点“…”，也不用句点、句号凑。

目录里引页码的点线不看；连着十二个点的（成段的省略）不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-007",
    name="dots-for-ellipsis",
    title="省略号是六个点“……”",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 4.11",
    bad="选址、建设...",
    good="选址、建设……",
    needs=("...", "。。。", "…", "．．．", "···"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """..., 。。。, …."""
    for passage in reading.of("body", "annex_body", "note", "form"):
        for match in _dots().finditer(passage.bare):
            message = _('"{dots}" stands for an ellipsis').format(dots=match.group())
            yield passage.hit(*match.span(), message, _("write {right}").format(right="……"), "……")


@functools.cache
def _dots() -> Pattern:
    before = r"(?<=[\u4e00-\u9fff，。、；：）》”\ufffc])"
    return Pattern(
        rf"{before}(?:(?<!\.)\.{{3,6}}(?!\s*[.\d])|(?<!．)．{{3,6}}(?![．\d])|(?<!·)·{{3,6}}(?![·\d]))"
        r"|(?<!。)。{3,6}(?!。)|(?<!…)…(?!…)|(?<!…)…{3}(?!…)"
    )
