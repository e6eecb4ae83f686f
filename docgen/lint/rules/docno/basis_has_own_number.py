"""依据文件的文号不会是本文自己的文号。

从上一份通知复制“依据”，或者登记文号时填错了位置，就会出现自己依据自己的情形。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="DOCNO-013",
    name="basis-has-own-number",
    title="依据文件的文号与本文的文号不同",
    severity="error",
    tier="计算",
    source="逻辑校验",
    bad="本文“示人社发〔2026〕12号”，依据《……的意见》（示人社发〔2026〕12号）",
    good="本文“示人社发〔2026〕12号”，依据《……的意见》（示省人社发〔2021〕36号）",
    wants=("basis:",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A basis whose number is the notice's."""
    if not reading.loaded or not reading.loaded.campaign.number.serial:
        return
    own = str(reading.loaded.campaign.number)
    for key, basis in reading.loaded.campaign.basis.items():
        if "".join(basis.number.split()) == own:
            message = _("{number} is the notice's own number").format(number=own)
            yield at(reading.place("basis", key, "number"), message, _("put the basis document's number here"))
