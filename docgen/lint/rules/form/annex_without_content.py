"""附件不能只有“附件2”和标题，没有内容。

模板里的数据没有取到、链接没有下载，常会留下一张空的附件页。没有内容就不列这个附件。从网页复制的文本不带表格，不核对。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import whole
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="FORM-011",
    name="annex-without-content",
    title="不输出空附件页",
    severity="warning",
    tier="技术",
    source="成品文件核对",
    bad="“附件2”一页只有标题",
    good="没有内容的附件不列",
    wants=("word", "pages"),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Labels that another label, or nothing, follows."""
    if reading.word is None and (reading.pages is None or reading.loaded):
        return
    passages = [passage for passage in reading.passages if passage.part not in ("page_number", "imprint", "copies_to")]
    for number, label in enumerate(passages):
        if label.part != "annex_label" or _has_picture(reading, label.place.line or 0):
            continue
        rest = [passage.part for passage in passages[number + 1 : number + 4]]
        rest = rest[: rest.index("annex_label")] if "annex_label" in rest else rest
        if set(rest) <= {"annex_title"}:
            yield whole(label, _("the annex has no content"), _("take it out, or put in what is missing"))


def _has_picture(reading: Reading, line: int) -> bool:
    """A scanned page, a drawing: content that has no words."""
    if reading.pages:
        page = reading.pages.pages[line - 1]
        return bool(page.pictures) or len(page.strokes) > 4
    return bool(reading.word and (reading.word.has_pictures or _has_empty_table(reading, line)))


def _has_empty_table(reading: Reading, line: int) -> bool:
    tables = reading.word.tables if reading.word else ()
    return any(line < table.first.number < line + 8 for table in tables)
