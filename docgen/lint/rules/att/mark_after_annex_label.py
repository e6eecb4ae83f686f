"""附件页左上角只标“附件”或“附件1”，后面不加冒号和点。

标题另起，居中编排在第三行；“附件1：名称”连写的是附件说明的误写，由另一条去管。
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
    code="ATT-007",
    name="mark-after-annex-label",
    title="附件页首标“附件1”，其后不加冒号或点",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.7",
    bad="附件1：",
    good="附件1",
    needs=("附件", "附 件", "附　件"),
    wants=("annex_label",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """A colon or a dot behind the label of an annex."""
    for passage in reading.of("annex_label"):
        match = _mark().search(passage.text)
        if match:
            message = _('"{mark}" stands behind the label of an annex').format(mark=match[0])
            yield passage.hit(*match.span(), message, _("delete it"), "")


@functools.cache
def _mark() -> Pattern:
    return Pattern(r"\s*[:：.．、。]$")
