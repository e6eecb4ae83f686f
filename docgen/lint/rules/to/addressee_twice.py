"""同一个机关只在主送机关里出现一次。

从几份旧文稿里拼主送机关，容易重复。承前省略了前半截的（“……团委、网信办”）可能是不同的机关，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.addressees import addressees_of
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-008",
    name="addressee-twice",
    title="主送机关不重复",
    severity="warning",
    tier="计算",
    source="逻辑校验",
    bad="各区人社局，各有关单位，各区人社局：",
    good="各区人社局，各有关单位：",
)


def check(reading: Reading) -> Iterator[Hit]:
    """A name that was there before."""
    seen: set[str] = set()
    for one in addressees_of(reading):
        if one.mark == "、" and not one.name.startswith("各"):
            continue  # 各省网信办、团委，兵团网信办、团委: short for different ones
        if one.name in seen:
            message = _('"{name}" stands among the addressees twice').format(name=one.name)
            yield one.passage.hit(one.start, one.end, message, _("leave one out"))
        seen.add(one.name)
