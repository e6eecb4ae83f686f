"""正文里提到的附件，名称与附件说明、附件页一致。

《……表》（见附件1）中的名称，应当就是附件1的名称。只省略年份的不提示；用简称的（名称包含在全称里）只作提示。
没有书名号的（“……表（附件2）”），名称从哪个字开始说不准，只看两种：写的是另一个附件的全称；开头三个字与附件2的名称相
同、后面却写成了别的。
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from docgen.language import _
from docgen.lint.annexes import CHINESE_DIGITS, names, plain, without_year
from docgen.lint.finding import Hit, Severity
from docgen.lint.passage import Passage
from docgen.lint.pattern import Pattern
from docgen.lint.points import ordinal_of
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
        yield from _unmarked(passage, called)
        for number, start, end in _named(passage):
            own = called.get(number)
            name = passage.text[start:end]
            if not own or any(without_year(one) == without_year(name) for one in own):
                continue
            short = any(plain(name) in plain(one) or plain(one) in plain(name) for one in own)
            severity: Severity | None = "info" if short else None
            yield _hit(passage, (start, end), number, own[0], severity)


def _hit(passage: Passage, span: tuple[int, int], number: int, own: str, severity: Severity | None = None) -> Hit:
    message = _('annex {number} is called "{own}", not "{name}"')
    text = message.format(number=number, own=own, name=passage.text[slice(*span)])
    return passage.hit(*span, text, _("let both be the same"), severity=severity)


def _named(passage: Passage) -> Iterator[tuple[int, int, int]]:
    """Number and span of each title that stands before （见附件1） or （见附件1、2）."""
    if "附件" not in passage.text:
        return
    for match in _pointed().finditer(passage.text):
        titles = [one.span(1) for one in re.finditer(r"《((?:[^《》]|《[^《》]*》)+)》", match["titles"])]
        digits = re.findall(rf"\d+|[{CHINESE_DIGITS}]+", match["numbers"] or "")
        numbers = [ordinal_of(one) for one in digits] or [1]
        if len(titles) == len(numbers):
            offset = match.start("titles")
            yield from ((n, start + offset, end + offset) for n, (start, end) in zip(numbers, titles, strict=True))


@functools.cache
def _pointed() -> Pattern:
    title = r"《(?:[^《》]|《[^《》]*》)+》"
    number = rf"[\d{CHINESE_DIGITS}]{{1,2}}"
    return Pattern(
        rf"(?P<titles>{title}(?:(?:、|和|或|及|与|以及){title})*)[（(](?:详?见)?附件\s*"
        rf"(?P<numbers>{number}(?:[、和,，]\s*(?:附件)?{number})*)?[）)]"
    )


# ---------------------------------------------------------------- names without 《》

Called = Mapping[int, tuple[str, ...]]
_HEAD = 3
"""So many first characters of a name tell that it is meant."""
_SHORTEST = 4
"""A name of fewer characters may be the end of any word: 表格, 回执."""
_KINDS = "表书单册函证"
_OTHER_WORDS = Pattern("[填写报送交须应需按将请把的并由和及与或至]|提供|进行|通过|使用")


def _unmarked(passage: Passage, called: Called) -> Iterator[Hit]:
    """……表（附件2）, ……表见附件2 where annex 2 is called otherwise."""
    if not _has_bare_name(passage.text):
        return
    for match in _unmarked_pointed().finditer(passage.unquoted):
        number = ordinal_of(match["number"] or match["late"] or "1")
        own = called.get(number, ())
        said = match["said"]
        if not own or any(_ends_alike(said, without_year(one)) for one in own):
            continue
        name = _of_another(said, number, called) or _nearly(said, without_year(own[0]))
        if name:
            yield _hit(passage, (match.end("said") - len(name), match.end("said")), number, own[0])


def _has_bare_name(text: str) -> bool:
    """Whether anything but 》 stands before （见附件: else the pattern, slow to compile, is not needed."""
    before = [part.rstrip() for part in text.split("附件")[:-1]]
    names = [part.rstrip("（(详见 ") for part in before if part.endswith(("（", "(", "见"))]
    return any(name and name[-1] != "》" for name in names)


def _ends_alike(said: str, own: str) -> bool:
    return bool(own) and (said.endswith(own) or own.endswith(said))


def _of_another(said: str, number: int, called: Called) -> str:
    """The whole name of another annex, unless it is the end of this one's."""
    for other, theirs in called.items():
        for name in (without_year(one) for one in theirs) if other != number else ():
            short = any(without_year(one).endswith(name) for one in called[number])
            if len(name) >= _SHORTEST and said.endswith(name) and not short:
                return name
    return ""


def _nearly(said: str, own: str) -> str:
    """考务人员审批表 for 考务人员登记表; nothing where one of them is the other with words left out."""
    at = said.rfind(own[:_HEAD])
    name = said[at:]
    if at < 0 or len(own) <= _HEAD or name[-1] not in _KINDS or name[-1] != own[-1]:
        return ""
    if len(name) > len(own) + 2 or _OTHER_WORDS.search(name[_HEAD:]):
        return ""
    return "" if _is_within(name, own) or _is_within(own, name) else name


def _is_within(short: str, long: str) -> bool:
    """Whether all characters of ``short`` stand in ``long``, in the same order."""
    signs = iter(long)
    return all(sign in signs for sign in short)


@functools.cache
def _unmarked_pointed() -> Pattern:
    number = rf"(?P<number>[\d{CHINESE_DIGITS}]{{1,2}})?"
    return Pattern(
        rf"(?P<said>[\u4e00-\u9fff]{{{_SHORTEST},40}})"
        rf"(?:[（(]\s*(?:详?见)?附件\s*{number}\s*[）)]|(?:详见|(?<!详)见)附件\s*(?P<late>\d{{1,2}})(?![\d年月]))"
    )
