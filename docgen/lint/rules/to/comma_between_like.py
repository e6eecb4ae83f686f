"""同类机关之间用顿号，不同类机关之间用逗号。

“各区县人社局，各区县财政局，市级有关部门”的前两个是同一层次的机关，之间用顿号：“各区县人社局、财政局，
市级有关部门”。
只看前半截相同、末一字也相同的相邻两个；这是习惯，只作一般提示。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, takewhile

from docgen.language import _
from docgen.lint.addressees import addressees_of
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-007",
    name="comma-between-like-addressees",
    title="同类机关间用顿号、不同类机关间用逗号",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="各区县人社局，各区县财政局，市级有关部门：",
    good="各区县人社局、财政局，市级有关部门：",
)

_LIKE = Pattern(r"(各[\u4e00-\u9fff、（）]{1,10}?)[\u4e00-\u9fff]{2,}[局厅委]")


def check(reading: Reading) -> Iterator[Hit]:
    """Two neighbours behind a comma with the same 各…… before their names."""
    for before, one in pairwise(addressees_of(reading)):
        if one.mark != "，" or not _LIKE.fullmatch(before.name) or not _LIKE.fullmatch(one.name):
            continue
        common = _common(before.name, one.name)
        if common > _LEAST and before.name[-1] == one.name[-1]:
            message = _('"{before}" and "{name}" are of one kind').format(before=before.name, name=one.name)
            joined = f"{before.name}、{one.name[common:]}"
            yield one.passage.hit(one.start, one.end, message, _("write {joined}").format(joined=joined))


_LEAST = 2
"""各 and what says of which places."""


def _common(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
