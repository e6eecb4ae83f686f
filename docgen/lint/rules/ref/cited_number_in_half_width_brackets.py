"""引用公文时，标题后面的发文字号用全角圆括号“（）”括入。

方括号、六角括号是年份的，圆括号是整个字号的，两种不要混用；没有跟在书名号后面的括号不看。
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
    code="REF-002",
    name="cited-number-in-half-width-brackets",
    title="引用文号用全角括号括入",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 5.1",
    bad="《关于……的通知》(示人社发〔2025〕3号)",
    good="《关于……的通知》（示人社发〔2025〕3号）",
    needs=("号)", "》("),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A half-width bracket around a number behind a title."""
    for passage in reading.of(*PROSE):
        for match in _bracketed().finditer(passage.text):
            right = f"（{match[2]}）"
            if match[1] != right:
                message = _("the number behind the title stands in half-width brackets")
                yield passage.hit(*match.span(1), message, _("write {right}").format(right=right), right)


@functools.cache
def _bracketed() -> Pattern:
    return Pattern(r"》\s*([（(]([\u4e00-\u9fff]{1,14}\s*[〔\[［]\d{4}[〕\]］]\s*\d{1,5}\s*号)[）)])")
