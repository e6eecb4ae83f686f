"""请示、报告不抄送下级机关。

上行文等上级答复以后，再把结果告诉下级。抄送“各区”“各县（市）”“所属各单位”的，就是抄送了下级。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import UPWARD, genre_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-007",
    name="copies-to-lower-offices",
    title="上行文不抄送下级机关",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第十五条（一）",
    bad="请示抄送：各区县局。",
    good="抄送：市财政局。",
    wants=("copies_to",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """各区… among the offices that get a copy of a 请示 or a 报告."""
    copies = list(reading.of("copies_to"))
    if not copies or genre_of(reading) not in UPWARD:
        return
    for passage in copies:
        for match in _lower().finditer(passage.text):
            message = _('a document to a superior is copied to lower offices: "{words}"').format(words=match[0])
            yield passage.hit(*match.span(), message, _("tell them when the answer is there"))


@functools.cache
def _lower() -> Pattern:
    return Pattern(
        r"各[^，。、]{0,6}?(?:区|县|乡|镇|街道|旗|盟|州|市)(?!属)[^，。、]{0,20}|(?:所属|下属|直属)各?[^，。、]{0,10}单位"
    )
