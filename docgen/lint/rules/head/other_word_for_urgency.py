"""紧急程度只有“特急”“加急”两档；电报另有“特提”“特急”“加急”“平急”四档。

“急件”“紧急”“火急”都不是规定的等级，收文机关无法据此确定办理时限。campaign 的 urgency 只收“特急”“加急”，
所以本条看的是别处的文件的版头。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-004",
    name="other-word-for-urgency",
    title="紧急程度只用“特急”“加急”",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（三）",
    bad="急件",
    good="加急",
    needs=("急",),
)

_WORD = Pattern(r"(?:紧急程度\s*[:：]\s*)?(十万火急|急\s*件|特急件|加急件|紧\s*急|火\s*急|急)")


def check(reading: Reading) -> Iterator[Hit]:
    """A line of the letterhead that says urgent in other words."""
    for passage in reading.of("letterhead"):
        if match := _WORD.fullmatch(passage.text):
            message = _('"{word}" is no grade of urgency').format(word=match[1])
            yield passage.hit(*match.span(1), message, _("write 特急 or 加急"))
