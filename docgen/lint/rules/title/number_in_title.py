"""标题里不写发文字号，写来文的标题或者事由。

文号只是登记用的号码，读标题的人不知道是哪一件事。
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
    code="TITLE-010",
    name="number-in-title",
    title="标题中不写发文字号",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="关于贯彻示人社发〔2026〕12号文的通知",
    good="关于贯彻《……的通知》精神的通知",
    needs=("号",),
)

_NUMBER = Pattern(r"[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*(?:第\s*)?\d{1,5}\s*号")


def check(reading: Reading) -> Iterator[Hit]:
    """Year and serial number in the title, outside of 《》."""
    title = title_of(reading)
    if title and (match := _NUMBER.search(title.unquoted)):
        message = _("the title bears a document number, {number}").format(number=match.group())
        yield title.hit(*match.span(), message, _("name the document by its title or its matter"))
