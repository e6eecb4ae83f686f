"""一句话中间的汉字之间不留半角空格，标点前面也不留。

多半是从网页、PDF里复制带来的。只看成句的段落：标题、落款、名单、联系方式、“第一条”之后的空格、两个字的姓名中间的空格、用空格隔开的几项，都有用处，
不看。
"""

from __future__ import annotations

import functools
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.pattern import Pattern
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-014",
    name="space-in-sentence",
    title="句子里的汉字之间不空格",
    severity="warning",
    tier="实务",
    source="公文实务",
    bad="各单位要加强人力 资源管理。",
    good="各单位要加强人力资源管理。",
    needs=(" ",),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """人力 资源."""
    for passage in reading.of("body", "annex_body"):
        if " " not in passage.text or not _is_sentence(passage.text):
            continue
        for start, clause in _clauses(passage.bare):
            match = _spaces().search(clause)
            if not match or clause.count(" ") > len(match.group()):
                continue
            before = clause[: match.start()]
            if _label().search(before) or len(before) <= (_HEADING if start == 0 else 1):
                continue
            message = _("there is a space within the sentence")
            yield passage.hit(start + match.start(), start + match.end(), message, _("leave it out"), "")


_HEADING = 6
"""So many characters at the beginning of a paragraph may be its heading."""


def _is_sentence(text: str) -> bool:
    return text.endswith(("。", "；", "：", "，")) and len(text) > 12


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """What stands between two marks, with the mark that follows it."""
    return ((match.start(), match.group()) for match in _clause().finditer(text))


@functools.cache
def _clause() -> Pattern:
    return Pattern("[^，。；：、？！（）]+[，。；：、？！]?")


@functools.cache
def _spaces() -> Pattern:
    chinese = r"\u4e00-\u9fff"
    return Pattern(rf"(?<=[{chinese}]) +(?=[{chinese}，。；：、])")


@functools.cache
def _label() -> Pattern:
    """A number or a label; or an address or an office, after which its people follow."""
    number = "一二三四五六七八九十"
    address = r"\d[号室楼层栋幢]$|[处局科司厅院校]$"
    return Pattern(rf"^(?:第[\d{number}百零〇]+[编章节条款项部分]+|附\s*件\d*|[{number}]+|附|注)$|{address}")
