"""主送机关居左顶格，回行仍顶格。

正文才空两字。docgen 总是顶格印的，所以本条看的是别处的文件：主送机关前有空格，而标题又不是整篇一起缩进的，就报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.compose.widths import width_of
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TO-003",
    name="addressees-indented",
    title="主送机关居左顶格，回行仍顶格",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 7.3.2",
    bad="　　各区县人力资源和社会保障局：",
    good="各区县人力资源和社会保障局：",
    wants=("foreign",),
)

_LEAST = 2
"""Half-width spaces that are no slip of the finger."""


def check(reading: Reading) -> Iterator[Hit]:
    """White space before the line, in a text file."""
    if reading.loaded:
        return
    for passage in reading.of("addressee"):
        if not passage.pieces:
            continue
        before = passage.source[: passage.pieces[0].column]
        if before and not before.strip() and width_of(before) * 2 >= _LEAST:
            message = _("the addressees are indented")
            yield at(passage.place_of(0), message, _("they begin at the left edge"))
