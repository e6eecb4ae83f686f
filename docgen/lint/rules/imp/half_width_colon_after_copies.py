"""“抄送”之后用全角冒号“：”，不用半角冒号“:”。

半角冒号与后面的汉字挤在一起，回行时也对不齐。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-002",
    name="half-width-colon-after-copies",
    title="“抄送”后用全角冒号",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.4.2",
    bad="抄送:市财政局。",
    good="抄送：市财政局。",
    needs=("抄送:", "抄报:", "主送:"),
    wants=("copies_to",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """抄送: at the beginning."""
    for passage in reading.of("copies_to"):
        match = re.match(r"(?:抄送|抄报|主送)\s*(:)", passage.text)
        if match:
            message = _("the colon behind {word} is a half-width one").format(word=passage.text[:2])
            yield passage.hit(*match.span(1), message, _("write {right}").format(right=f"{passage.text[:2]}："), "：")
