"""信函格式的首页不显示页码。

首页下边是第二条红色双线，页码从第2页起显示。在 Word 里勾选“首页不同”，首页的页脚留空。
只看确是信函格式的：有信函特有的红色双线（一粗一细），版头又没有“文件”二字。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit, at
from docgen.lint.page_text import PAGE_NUMBER
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.word import Section

RULE = Rule(
    code="PAGE-004",
    name="number-on-first-page-of-letter",
    title="信函格式首页不显示页码",
    severity="error",
    tier="国标",
    source="GB/T 9704-2012 10.1",
    bad="函的首页有页码",
    good="函的首页没有页码",
    wants=("foreign",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """The page number of a letter's first page."""
    from docgen.lint.letter import is_letter

    if not _is_numbered(reading) or not is_letter(reading):
        return
    place = reading.pages.place(1) if reading.pages else reading.place()
    hint = _("leave the first page's footer empty: tick “首页不同”")
    yield at(place, _("the first page of a letter has a page number"), hint)


def _is_numbered(reading: Reading) -> bool:
    if reading.pages:
        return any(line.page == 1 for line in reading.pages.of("page_number"))
    return reading.word is not None and _has_number(reading.word.sections[0])


def _has_number(section: Section) -> bool:
    """On its first page: a page number alone, not the address or telephone that letters have there as well."""
    footer = section.footers.get("first" if section.first_differs else "default", ())
    return any(PAGE_NUMBER.fullmatch(one.text) for one in footer)
