"""What stands before the body: 版头, the title, the addressees."""

from __future__ import annotations

import re

from docgen.lint.recognise.lines import Lines
from docgen.lint.recognise.shapes import ANNEX_LABEL, BROKEN, HEADING, OFFICES, is_head_number, is_office
from docgen.lint.recognise.title import title_of

_ADDRESSEE_LINES = 6


def tell_front(lines: Lines) -> None:
    """Down to the addressees, as far as there is any of it."""
    _head(lines)
    _addressee(lines)


def _head(lines: Lines) -> None:
    start, end = title_of(lines.all)
    while lines.at < start:
        before = len(lines.all)
        _letterhead(lines)
        # Number and signer in one line are two.
        start, end = start + len(lines.all) - before, end + len(lines.all) - before
    while lines.at < end:
        lines.tell("title", goes_on=lines.at > start)
    while (line := lines.peek()) and lines.at < end + 2 and is_head_number(line.text):
        _letterhead(lines)


def _letterhead(lines: Lines) -> None:
    number, _space, signer = lines.line.text.partition("签发人")
    if signer and is_head_number(number.strip()):
        lines.split(number.strip(), f"签发人{signer}", len(number))
    lines.tell("number" if is_head_number(lines.line.text) else "letterhead")


def _addressee(lines: Lines) -> None:
    length = next((n for n in range(1, _ADDRESSEE_LINES + 1) if _ends_addressee(lines, n)), 0)
    for number in range(length):
        lines.tell("addressee", goes_on=number > 0)


def _ends_addressee(lines: Lines, length: int) -> bool:
    texts = [line.text for line in lines.ahead(0, length)]
    if len(texts) < length or any(map(_is_prose_or_heading, texts)):
        return False
    if ANNEX_LABEL.fullmatch(texts[0]):
        return False
    if any(not text.endswith(("，", "、", ",", "；")) and len(text) < BROKEN for text in texts[:-1]):
        return False
    if texts[-1].endswith(("：", ":")):
        return bool(OFFICES.search("".join(texts))) and not _has_verb(texts[-1])
    following = lines.peek(length)
    is_alone = following is not None and len(following.text) > 2 * len(texts[-1]) and "。" in following.text
    return length == 1 and is_alone and is_office(texts[0]) and texts[0].startswith(("各", "有关", "市各", "省各"))


def _is_prose_or_heading(text: str) -> bool:
    return "。" in text or "；" in text or bool(HEADING.match(text))


def _has_verb(text: str) -> bool:
    return bool(re.search(r"如下[:：]$|现[将就]|为了?[贯做进深加切全]|根据", text))
