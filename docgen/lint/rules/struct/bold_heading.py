"""小标宋、黑体、楷体本身已经醒目，不再加粗。

加粗是程序把笔画描粗，印出来发虚；需要醒目就靠字体。三、四级标题加粗是部分地方的做法，不提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import HEITI, KAITI, XIAOBIAOSONG, first_of_each, is_face, of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="STRUCT-015",
    name="bold-heading",
    title="不额外给小标宋、黑体、楷体加粗",
    severity="info",
    tier="实务",
    source="公文实务",
    bad="标题小标宋加粗",
    good="标题小标宋，不加粗",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Titles and headings in bold; of each typeface the first."""
    if reading.word:
        yield from first_of_each(_bold(reading))


def _bold(reading: Reading) -> Iterator[tuple[str, Hit]]:
    for one in reading.word.of("title", "body", "annex_title", "annex_label") if reading.word else ():
        look = next((look for look in one.looks if look.bold and len(look.text.strip()) > 1), None)
        if look is not None and is_face(look.font, (*XIAOBIAOSONG, *HEITI, *KAITI)):
            message = _("{font} is bold already; here it is made bolder").format(font=look.font)
            yield look.font or "", of_paragraph(reading, one, message, _("switch bold off"))
