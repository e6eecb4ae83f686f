"""版记的首条、末条分隔线用粗线，中间的用细线。

推荐粗线0.35毫米（1磅），细线0.25毫米（0.75磅）。用表格排版记的，表格的边框一样粗，首末两条就不突出了。
只看 Word 文件里用表格排的、有三条以上分隔线的版记；画成图形的线分不清归属，不看。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="IMP-009",
    name="dividers-of-one-thickness",
    title="版记首末分隔线粗、中间细",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.4.1（推荐）",
    bad="三条线都是0.5磅",
    good="首末两条1磅，中间一条0.75磅",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The first and the last line of the imprint against those between."""
    from docgen.lint.dividers import divided_imprint

    rows = divided_imprint(reading)
    if len(rows) < 2:
        return
    outer, inner = min(rows[0].above, rows[-1].below), max(row.below for row in rows[:-1])
    if outer and inner and outer <= inner:
        message = _("the lines of the imprint: {outer} pt outside, {inner} pt between")
        hint = _("the first and the last are 1 pt, those between 0.75 pt")
        words = message.format(outer=f"{outer / 8:g}", inner=f"{inner / 8:g}")
        yield of_paragraph(reading, rows[0].paragraphs[0], words, hint)
