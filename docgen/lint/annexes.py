"""附件 in the three places where they are told: the words, the list below them (附件说明), their own pages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from docgen.frozen import dataclass
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.points import ordinal_of

if TYPE_CHECKING:
    from docgen.lint.reading import Reading


@dataclass(frozen=True)
class Entry:
    """A line of 附件说明: ``passage.text[start:end]`` is the name; ``head`` is what stands before it, as typed."""

    passage: Passage
    number: int | None
    start: int
    end: int

    @property
    def name(self) -> str:
        """The name as typed."""
        return self.passage.text[self.start : self.end]

    @property
    def head(self) -> str:
        """附件：1. or 2., as typed."""
        return self.passage.text[: self.start]


@dataclass(frozen=True)
class Page:
    """An annex's own page: its number and its title; ``passage`` bears the title."""

    number: int | None
    title: str
    passage: Passage | None = None


class Mention(NamedTuple):
    """``passage.text[start:end]`` names annexes: 附件1、2. ``reach``: 附件2—7. ``numbers`` is empty for 附件 alone."""

    passage: Passage
    start: int
    end: int
    numbers: tuple[int, ...]
    reach: bool = False


# ---------------------------------------------------------------- the list and the pages


def entries(reading: Reading) -> list[Entry]:
    """The lines of 附件说明 in a document that docgen did not make."""
    found = []
    for passage in reading.of("annex_note"):
        match = _entry().match(passage.text)
        if match and match["name"]:
            number = match["number"] or match["late"]
            found.append(Entry(passage, int(number) if number else None, match.start("name"), match.end("name")))
    return found


def pages(reading: Reading) -> list[Page]:
    """The annexes' own pages."""
    if reading.notice:
        return [Page(one.number, "".join(one.content.title)) for one in reading.notice.annexes]
    found: list[Page] = []
    for passage in reading.of("annex_label", "annex_title"):
        if passage.part == "annex_label":
            digits = re.search(r"件\s*(\d{1,2})", passage.text)
            found.append(Page(int(digits[1]) if digits else None, ""))
        elif found and not found[-1].title:
            found[-1] = Page(found[-1].number, passage.text, passage)
    return found


def known_numbers(reading: Reading) -> set[int]:
    """The numbers that there are; empty if there is no list and no page, or nothing is numbered."""
    if reading.notice:
        return {one.number or 1 for one in reading.notice.annexes}
    listed = entries(reading)
    numbers = {one.number for one in listed} | {one.number for one in pages(reading)}
    return {number for number in numbers if number} or ({1} if listed else set())


def names(reading: Reading) -> dict[int, tuple[str, ...]]:
    """Number → what the annex is called, in the list and on its page; 1 for the only one."""
    if reading.notice:
        return {one.number or 1: (one.title, "".join(one.content.title)) for one in reading.notice.annexes}
    found: dict[int, tuple[str, ...]] = {}
    told = [(one.number, one.name) for one in entries(reading)] + [(one.number, one.title) for one in pages(reading)]
    for number, name in told:
        if name:
            found[number or 1] = (*found.get(number or 1, ()), name)
    return found


def plain(name: str) -> str:
    """A name for comparing: without white space, marks around it, and the ending of a file."""
    name = re.sub(r"\s+", "", name).replace("(", "（").replace(")", "）").replace("〈", "《").replace("〉", "》")
    name = re.sub(r"\.(?:docx?|xlsx?|pdf|wps|et|zip|rar)$", "", name, flags=re.IGNORECASE)
    return name.strip("《》。；，、;,.：:").replace("《", "").replace("》", "")


def without_year(name: str) -> str:
    """A name without a year before it or within it."""
    return re.sub(r"\d{4}年(?:度)?", "", plain(name))


# ---------------------------------------------------------------- the words


def mentions(reading: Reading, of_others: bool = False) -> Iterator[Mention]:
    """Where the body speaks of its own annexes, in order; ``of_others``: those that seem another document's, too."""
    own = reading.notice is not None
    chinese = own and reading.has(CHINESE_LABELS)
    for passage in reading.of("body"):
        if "附件" not in passage.text:
            continue
        text = passage.unquoted
        for match in _mention(own, chinese).finditer(text):
            if of_others or not _foreign().search(text[: match.start()]):
                numbers, reach = _numbers(match[1] or "")
                yield Mention(passage, *match.span(), numbers, reach)


def _numbers(text: str) -> tuple[tuple[int, ...], bool]:
    """What is named: 2、4 are two of them, 2—7 reaches from one to the other."""
    found: list[int] = []
    reach = False
    for sign, digits in re.findall(rf"([^\d{CHINESE_DIGITS}]*)([\d{CHINESE_DIGITS}]+)", text):
        number = ordinal_of(digits)
        if found and re.search("[—–~～至到-]", sign) and found[-1] < number:
            found += range(found[-1] + 1, number)
            reach = True
        found.append(number)
    return tuple(found), reach


CHINESE_DIGITS = "一二三四五六七八九十"
_IN_CHINESE = (
    rf"[{CHINESE_DIGITS}]{{1,2}}(?=[）)》〉，。；：、,;\s—–～至和及与或]|$"
    r"|的|要求|所[列附示]|规定|格式|样式|样表|模板|执行|填[写报])"
)
"""附件三; not 附件一并报送, 附件三份."""


CHINESE_LABELS = tuple(f"附件{digit}" for digit in CHINESE_DIGITS)
"""How those begin."""


@functools.cache
def _mention(own: bool, chinese: bool) -> Pattern:
    """``own``: a campaign's, where all labels are known to be 附件1, 附件2 and a hyphen joins two numbers.

    In others' documents 附件1-2 may be the second part of 附件1, and the labels may be 附件一 as well.
    ``chinese``: 附件一 is one, too; to compile that takes longer than to read a page.
    """
    number = r"\d{1,2}(?![\d年月日份个页号%.．])"
    number = rf"(?:{number}|{_IN_CHINESE})" if chinese else number
    hyphen = "-" if own else ""
    return Pattern(rf"附件\s*({number}(?:\s*(?:—{{1,2}}|[–~～至到、和及与,，{hyphen}])\s*(?:附件)?\s*{number})*)?")


@functools.cache
def _foreign() -> Pattern:
    """Before 附件 when it is another document's: of a document that is named, of the superior's notice."""
    return Pattern(
        r"(?:[\ufffc》〉号]|号[）)]|(?<!本)(?:通知|文件|办法|方案|规定|意见|合同|协议)|原|该|其|推荐书|申报书|申请书|报告|及其?|和|与|材料|证明|电子)\s*(?:的|中的?|所列)?\s*$"
    )


@functools.cache
def _entry() -> Pattern:
    return Pattern(
        r"(?:[-·]\s*)?(?:附\s*件\s*[:：]\s*(?=附\s*件))?(?:附\s*件\s*(?P<late>\d{1,2})?\s*[:：.．、]?\s*)?"
        r"(?:[（(]?(?P<number>\d{1,2})\s*[.．、,，）)]\s*(?!\d(?!\d{3}年)))?(?P<name>.*)"
    )
