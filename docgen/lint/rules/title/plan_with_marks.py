"""印发要点、方案、计划、名单，名称一般不加书名号：关于印发2026年工作要点的通知。

这是部分机关的习惯，也有不少机关一律加书名号，所以只作一般提示；一个单位里前后一致即可。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import title_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-008",
    name="plan-with-marks",
    title="要点、方案、计划、名单等一般不加书名号",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="关于印发《2026年工作要点》的通知",
    good="关于印发2026年工作要点的通知",
    needs=("》的通知",),
    wants=("title",),
)

_ISSUED = Pattern(r"(?:印发|公布|下达)(《[^《》]*(?:要点|方案|计划|名单|安排|清单|目录)(?:（[^（）]*）)?》)的通知$")


def check(reading: Reading) -> Iterator[Hit]:
    """要点, 方案 … in 《》."""
    title = title_of(reading)
    if title and (match := _ISSUED.search(title.text)):
        message = _("{name} is mostly written without 《》").format(name=match[1])
        yield title.hit(*match.span(1), message, _("keep to one way within the bureau"))
