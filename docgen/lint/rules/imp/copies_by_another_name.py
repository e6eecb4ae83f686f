"""版记里只有“抄送”，不再分“抄报”“抄送”。

《党政机关公文处理工作条例》规定的公文要素只有抄送机关一项；给上级的、平级的、下级的，都写在“抄送”之后。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-003",
    name="copies-by-another-name",
    title="不用“抄报”，统一用“抄送”",
    severity="warning",
    tier="条例",
    source="《党政机关公文处理工作条例》（中办发〔2012〕14号）第九条（十六）",
    bad="抄报：市人民政府。",
    good="抄送：市人民政府。",
    needs=("抄报", "抄呈"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """抄报：… in the imprint."""
    for passage in reading.of("copies_to"):
        match = re.match(r"(抄报|抄呈)\s*([:：])", passage.text)
        if match:
            message = _('"{word}" is no longer written: all copies are 抄送').format(word=match[1])
            # A campaign's entries are printed behind 抄送：, without a label of their own.
            right = "" if reading.loaded else f"抄送{match[2]}"
            hint = _("delete it") if reading.loaded else _("write {right}").format(right="抄送：")
            yield passage.hit(*match.span(), message, hint, right)
