"""正文里用书名号提到的附件，名称与附件说明、附件页一致。

《……表》（见附件1）中的名称，应当就是附件1的名称。只省略年份的不提示；用简称的（名称包含在全称里）只作提示。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.annexes import names, plain, without_year
from docgen.lint.finding import Hit, Severity
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="ATT-021",
    name="words-call-annex-otherwise",
    title="正文中的附件名称与附件说明一致",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="《推荐表》（见附件2），附件2为“推荐汇总表”",
    good="《推荐汇总表》（见附件2）",
    needs=("附件",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """《name》（见附件1） where annex 1 is called otherwise."""
    called = names(reading)
    for passage in reading.of("body"):
        for number, start, end in _named(passage):
            own = called.get(number)
            name = passage.text[start:end]
            if not own or any(without_year(one) == without_year(name) for one in own):
                continue
            short = any(plain(name) in plain(one) or plain(one) in plain(name) for one in own)
            severity: Severity | None = "info" if short else None
            message = _('annex {number} is called "{own}", not "{name}"')
            text = message.format(number=number, own=own[0], name=name)
            yield passage.hit(start, end, text, _("let both be the same"), severity=severity)


def _named(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Number and span of each title that stands before （见附件1） or （见附件1、2）."""
    if "附件" not in passage.text:
        return
    for match in _pointed().finditer(passage.text):
        titles = [one.span(1) for one in re.finditer(r"《((?:[^《》]|《[^《》]*》)+)》", match["titles"])]
        numbers = [int(digits) for digits in re.findall(r"\d+", match["numbers"] or "")] or [1]
        if len(titles) == len(numbers):
            offset = match.start("titles")
            yield from ((n, start + offset, end + offset) for n, (start, end) in zip(numbers, titles, strict=True))


@functools.cache
def _pointed() -> Pattern:
    title = r"《(?:[^《》]|《[^《》]*》)+》"
    return Pattern(
        rf"(?P<titles>{title}(?:(?:、|和|或|及|与|以及){title})*)[（(](?:详?见)?附件\s*"
        r"(?P<numbers>\d{1,2}(?:[、和,，]\s*(?:附件)?\d{1,2})*)?[）)]"
    )
