"""依据的标题和文号照写，不另加书名号和圆括号。

`{{ basis.province | cite }}` 自会写成“机关《标题》（文号）”；值里再写一层，就印成“《〈……〉》（（……））”。
标题中间的书名号是它自己的，照写。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-013",
    name="basis-with-own-marks",
    title="依据的标题、文号不另加书名号、括号",
    severity="error",
    tier="技术",
    source="docgen 的 cite 过滤器",
    bad="title: 《关于做好推荐工作的意见》",
    good="title: 关于做好推荐工作的意见",
    needs=("《", "（", "("),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """basis.….title in 《》, basis.….number in （）."""
    for passage in reading.of("value"):
        if passage.loc[:1] != ("basis",):
            continue
        shape = {"title": r"《((?:[^《》]|《[^《》]*》)+)》", "number": r"[（(](.+)[）)]"}.get(str(passage.loc[-1]))
        match = re.fullmatch(shape, passage.text) if shape else None
        if match:
            message = _('"{text}" bears marks of its own, which citing it writes once more').format(text=match[0])
            yield passage.hit(*match.span(), message, _("write {right}").format(right=match[1]), match[1])
