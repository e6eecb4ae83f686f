"""What the lines of a notice look like that have a shape of their own: numbers, offices, dates, labels, headings."""

from __future__ import annotations

import re

from docgen.lint.pattern import Pattern

SHORT = 60
"""Characters of a line that may be a heading or a title."""
TITLE_LINES = 4
"""A title has so many lines at most."""
BROKEN = 22
"""A line so long that ends in the middle of a sentence may have been broken."""
_OFFICE = r"(?:局|厅|委|委员会|办|办公室|办公厅|政府|部|院|中心|公司|处|司|会|党组|党委|社|署|校|大学|学院|所|站|团)"
OFFICES = Pattern(rf"各|有关|{_OFFICE}|单位|同志")
_DAY = (
    r"(?:[12]\d{3}\s*年\s*\d{0,2}\s*月\s*\d{0,2}\s*[日号]"
    r"|[二两][\u25cb\u3007\u25ef\u25cf零oOＯ0０一二三四五六七八九]{3}\s*年\s*[一二三四五六七八九十正元〇○]{1,3}\s*月\s*[一二三四五六七八九十廿〇○]{1,4}\s*[日号]"
    r"|[12]\d{3}[./\-－—][01]?\d[./\-－—][0-3]?\d)"
)
DATE = Pattern(_DAY)
SIGNED = Pattern(rf"(?P<signer>[\u4e00-\u9fff（）()、\s]{{4,50}}{_OFFICE}\s+)?(?P<date>{_DAY})")
COPIES = re.compile(r"(?:抄送|抄报|分送)\s*[:：]")
IMPRINT = Pattern(r"印发(?:\s*[（(]?共印.*)?$|^共印\s*\d+\s*份|^校\s*对[:：]")
PAGE_NUMBER = re.compile(
    r"[-—–－―─]+\s*\d{1,3}\s*[-—–－―─]+|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3}"
)
ANNEX_LABEL = re.compile(
    r"(?:\S{2,20}[〔\[［【（(]\d{4}[〕\]］】）)]\d{1,5}号\s*)?附\s*件\s*(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,3})?(?:\s*[-—－]\s*\d{1,2})?\s*[:：]?"
)
ANNEX_NOTE = Pattern(r"附\s*件\s*(?P<number>[\d０-９]{0,2})(?:\s*[:：.．、]\s*|(?<=\d)\s+(?![（(]))(?P<name>\S.*)")
HEADING = Pattern(
    r"[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}\s*[.．、](?!\d)|[（(]\d{1,2}[）)]|第[一二三四五六七八九十百]+[章节条]"
)
_MEETS_NUMBER = Pattern(
    r"(?:发文字号[:：]\s*|文号[:：]\s*)?[\u4e00-\u9fff（）()、]{1,24}\s*.{0,2}?\d{2,4}\s*[年\]］】〕）)〉>]{0,2}\s*第?\s*[\d０-９]{1,6}\s*号"
)

_UNBROKEN = Pattern(r"[（《“‘〔【(\[]*(?:[!-~]+(?:[，。、；：？！）》”’〕】]+[!-~]*)*|.[，。、；：？！）》”’〕】]*)")


def first_word(text: str) -> str:
    """What no line breaks at its beginning: a character or a Latin word, with the marks that cling to it."""
    match = _UNBROKEN.match(text)
    return match.group() if match else ""


def is_head_number(text: str) -> bool:
    """A document's number alone, with or without the words 发文字号 before it."""
    return len(text) <= 40 and bool(_MEETS_NUMBER.fullmatch(text))


def is_office(text: str) -> bool:
    """Names of offices alone: 示例市人力资源和社会保障局　示例市财政局."""
    return (
        4 <= len(text) <= 60
        and bool(re.fullmatch(rf"[\u4e00-\u9fff（）()、\s]+{_OFFICE}(?:[（(]代章[）)])?", text))
        and "关于" not in text
    )


def plain(text: str) -> str:
    """For comparing: without spaces and title marks."""
    return re.sub(r"[\s《》]+", "", text)
