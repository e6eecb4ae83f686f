"""同一份文件，前后引用的文号要一致；同一个文号，标题也要一致。

只比较机关代字相同的文号：上下级机关各发一份同题的通知，代字不同，不算矛盾。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import plain
from docgen.lint.citations import Citation, citations
from docgen.lint.finding import Hit
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="REF-012",
    name="one-title-two-numbers",
    title="同一文件前后标题、文号一致",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="《甲办法》（示人社发〔2025〕3号）……《甲办法》（示人社发〔2025〕5号）",
    good="《甲办法》（示人社发〔2025〕3号）……《甲办法》（示人社发〔2025〕3号）",
    needs=("》（", "》("),
)


def check(reading: Reading) -> Iterator[Hit]:
    """A document cited with another number than before, or a number with another title."""
    titles: dict[tuple[str, str], Citation] = {}
    numbers: dict[str, Citation] = {}
    for one in citations(reading):
        title = plain(one.title)
        before = titles.setdefault((title, one.code), one)
        same = numbers.setdefault(one.number, one)
        if before.number != one.number:
            message = _('"{number}": before, the same document bears the number "{other}"')
            text = message.format(number=one.number, other=before.number)
            yield one.passage.hit(one.start, one.end, text, _("check the number"))
        elif not _is_alike(title, plain(same.title)):
            message = _('"{number}": before, the same number belongs to 《{other}》')
            text = message.format(number=one.number, other=same.title)
            yield one.passage.hit(one.start, one.end, text, _("check the number"))


def _is_alike(title: str, other: str) -> bool:
    """《……办法》 may be cited by the notice that issues it."""
    return title in other or other in title
