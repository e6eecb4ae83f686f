"""一句话完了用句号“。”，不用英文的句点“.”。

只看段末，前面是汉字或者右括号、右引号的；缩写、网址、序号后面的点不动。
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
    code="PUNC-003",
    name="dot-for-full-stop",
    title="句末用句号“。”",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 4.1",
    bad="请遵照执行.",
    good="请遵照执行。",
    needs=(".\n", "．\n"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """执行."""
    for passage in reading.of("body", "annex_body", "note"):
        match = _dot().search(passage.bare)
        if match:
            message = _('the sentence ends with "{mark}"').format(mark=match.group())
            yield passage.hit(*match.span(), message, _("write {right}").format(right="。"), "。")


@functools.cache
def _dot() -> Pattern:
    return Pattern(r"(?<=[\u4e00-\u9fff\ufffc][\u4e00-\u9fff）)\ufffc])[.．]$")
