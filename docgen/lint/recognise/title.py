"""The title: where it begins and ends, here and where another office's notice is attached."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.lint.pattern import Pattern
from docgen.lint.recognise.lines import Line
from docgen.lint.recognise.shapes import OFFICES, SHORT, TITLE_LINES, is_head_number, is_office

_FRONT = 14
"""The title ends within so many lines."""
_GENRES = (
    "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|办法|细则|规定|方案|规则|安排|"
    "启事|简章|公示|指引"
)
_TITLE_END = Pattern(rf"(?:{_GENRES})\s*(?:[（(].{{1,12}}[）)])?$")
_PLAN = Pattern(r"年.*(?:要点|计划|总结)$")
"""What is published under its own name: 2026年工作要点."""


def title_of(lines: Sequence[Line]) -> tuple[int, int]:
    """Where the title's lines begin and end; (0, 0) if none is found."""
    for end, line in enumerate(lines[:_FRONT]):
        if _TITLE_END.search(line.text) and not re.search(r"[。；]|文件$", line.text) and len(line.text) < 100:
            start = _title_start(lines, end)
            if "关于" in "".join(one.text for one in lines[start : end + 1]) or end < _FRONT // 2:
                return start, end + 1
        if "。" in line.text:
            break
    if lines and len(lines[0].text) < SHORT and not re.search("[。；：:，]|^附", lines[0].text):
        before_addressee = len(lines) > 1 and lines[1].text.endswith("：") and bool(OFFICES.search(lines[1].text))
        if before_addressee or re.match(".{0,40}关于.{4,}", lines[0].text) or _PLAN.search(lines[0].text):
            return 0, 1
    return 0, 0


def _title_start(lines: Sequence[Line], end: int) -> int:
    start = end
    while start and "关于" not in lines[start].text and end - start < TITLE_LINES and _may_be_title(lines[start - 1]):
        start -= 1
    if "关于" not in lines[start].text:
        return end
    above = lines[start - 1] if start else None
    is_part = above is not None and lines[start].text.startswith("关于") and not lines[start].gap
    if is_part and above is not None and is_office(above.text):
        return start - 1
    return start


def _may_be_title(line: Line) -> bool:
    return len(line.text) < 50 and not re.search(r"[。；：:]", line.text) and not is_head_number(line.text)


def begins_notice(lines: Sequence[Line]) -> bool:
    """Whether the first lines are a title, and a number or addressees stand right below it."""
    start, end = title_of(lines[:4])
    following = lines[end : end + 2]
    return (
        end > 0 and start == 0 and any(is_head_number(one.text) or one.text.endswith(("：", ":")) for one in following)
    )
