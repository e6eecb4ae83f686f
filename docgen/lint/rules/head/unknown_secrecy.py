"""密级只有“绝密”“机密”“秘密”三级，后面用“★”接保密期限：秘密★1年。

“内部”“保密”“绝密级”都不是密级的写法；星号“*”“☆”代替不了“★”。只标密级、不标期限的，本条不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="HEAD-012",
    name="unknown-secrecy",
    title="密级写绝密、机密、秘密，用“★”接保密期限",
    severity="error",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（二）；GB/T 9704-2012 7.2.2",
    bad="秘密*1年",
    good="秘密★1年",
    wants=("letterhead",),
)

_RIGHT = Pattern(r"(?:绝密|机密|秘密)(?:\s*★\s*(?:长期|.*[年月日天前后].*))?")
_OTHER_STAR = Pattern(r"(?:绝密|机密|秘密)\s*([*＊☆※])")


def check(reading: Reading) -> Iterator[Hit]:
    """In the campaign, whatever is no grade; elsewhere another star."""
    for passage in reading.of("letterhead"):
        if match := _OTHER_STAR.match(passage.text):
            message = _('"{mark}" stands between the grade of secrecy and its period').format(mark=match[1])
            yield passage.hit(*match.span(1), message, _("write ★"))
        elif passage.loc[:1] == ("secrecy",) and not _RIGHT.fullmatch(passage.text):
            message = _('"{words}" is no grade of secrecy').format(words=passage.text)
            yield passage.hit(0, len(passage.text), message, _("write 绝密, 机密 or 秘密, and the period: 秘密★1年"))
