"""标题的末行不能只有一两个字。

“……申报工作的通”换行“知”，标题头重脚轻，也拆开了词。按词意重新断行，各行长短相近，排成梯形或者菱形。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.diagnostics import Place
from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-018",
    name="one-character-on-last-line",
    title="标题末行不止一两个字",
    severity="warning",
    tier="国标",
    source="GB/T 9704-2012 7.3.1（回行时词意完整、长短适宜）",
    bad="关于开展2026年职称评审申报工作的通／知",
    good="关于开展2026年／职称评审申报工作的通知",
)

_FEW = 2


def check(reading: Reading) -> Iterator[Hit]:
    """The lines of the title, as broken in the campaign or as set on the page."""
    lines = _lines(reading)
    if len(lines) > 1 and len(lines[-1]) <= _FEW < len(lines[-2]):
        message = _('the last line of the title is "{words}" alone').format(words=lines[-1])
        hint = _("break the title where its sense allows: title_lines")
        yield at(_place(reading), message, hint)


def _lines(reading: Reading) -> list[str]:
    if reading.notice:
        return list(reading.notice.title)
    return [line.text for line in reading.pages.of("title")] if reading.pages else []


def _place(reading: Reading) -> Place:
    if reading.loaded:
        at_last = ("title_lines", len(reading.loaded.campaign.title_lines) - 1)
        return reading.place(*at_last) if reading.loaded.campaign.title_lines else reading.place("title")
    page = next((line.page for line in reading.pages.of("title")), 1) if reading.pages else 1
    return reading.pages.place(page) if reading.pages else reading.place()
