"""正文自称的文种与标题一致：标题是通知，开头写“通知如下”。

标题改了文种，开头的套话忘了改，或者反过来，就会对不上。“情况通报如下”“意见如下”在通知里也用得到，不看；
结尾的“特此通知”另有规则。
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.genre import genre_of
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="TITLE-011",
    name="another-kind-in-the-words",
    title="标题的文种与正文自称的一致",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="标题“……的函”，正文“现就有关事项通知如下”",
    good="标题“……的通知”，正文“现就有关事项通知如下”",
    needs=("如下",),
)

_SAYS = Pattern(r"(?:^|[，。])现[就将对]?[^，。；：]{0,60}?(通知|函告|函复|公告|通告|批复)如下")
_KIND = {"函告": "函", "函复": "函"}
_OPENING = 4
"""Paragraphs in which it is said."""


def check(reading: Reading) -> Iterator[Hit]:
    """What the first paragraphs call the document, against its title."""
    kind = genre_of(reading)
    if not kind:
        return
    for passage in islice(reading.of("body"), _OPENING):
        if match := _SAYS.search(passage.unquoted):
            if _KIND.get(match[1], match[1]) != kind:
                message = _('the text says "{words}", the title says {kind}').format(words=match[1], kind=kind)
                yield passage.hit(*match.span(1), message, _("let both say the same"))
            return
