"""“附件”之后用全角冒号“：”，不用半角冒号“:”，冒号前后也不空格。

半角冒号只占半个字，后面又常常跟一个空格，各行的名称就对不齐。
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
    code="ATT-004",
    name="half-width-colon-after-annex",
    title="“附件”后用全角冒号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.4",
    bad="附件:1.职称评审申报表",
    good="附件：1.职称评审申报表",
    needs=(":",),
    wants=("annex_note",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """附件: at the beginning of the list."""
    for passage in reading.of("annex_note"):
        match = _colon().match(passage.text)
        if match:
            message = _("the colon behind 附件 is a half-width one")
            yield passage.hit(*match.span(1), message, _("write {right}").format(right="附件："), "：")


@functools.cache
def _colon() -> Pattern:
    return Pattern(r"附\s*件\s*(:)")
