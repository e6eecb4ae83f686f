"""多行标题排成梯形或者菱形：上短下长、上长下短，或者中间长、两头短。

中间短、两头长的沙漏形，一行只有另一行四分之一长的，都不好看。只看 title_lines 里手工分的行；
单独占一行的发文机关名称不计。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.compose.widths import width_of
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.title_lines import lines_by_hand

RULE = Rule(
    code="TITLE-013",
    name="badly-shaped-title",
    title="多行标题用梯形或菱形，不用沙漏形或长短悬殊",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.1",
    bad="长—短—长三行",
    good="短—长—短，或者上短下长、上长下短",
    wants=("title_lines:",),
)

_SHORTEST = 0.25
"""The shortest line's share of the longest."""


def check(reading: Reading) -> Iterator[Hit]:
    """The widths of the lines that were broken by hand."""
    if not reading.loaded:
        return
    names = {issuer.name for issuer in reading.loaded.campaign.issuer}
    widths = [width_of(line) for line in lines_by_hand(reading) if line not in names]
    message = ""
    if any(a > b < c for a, b, c in zip(widths, widths[1:], widths[2:], strict=False)):
        message = _("the title's lines are long, short, long: an hourglass")
    elif len(widths) > 1 and min(widths) < _SHORTEST * max(widths):
        message = _("the title's lines differ much in length")
    if message:
        hint = _("break it as a trapezoid or a lozenge, or leave title_lines out")
        yield at(reading.place("title_lines"), message, hint)
