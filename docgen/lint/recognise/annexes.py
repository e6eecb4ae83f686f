"""The annexes: their labels, titles and words, tables, and what stands behind them."""

from __future__ import annotations

import re

from docgen.lint.pattern import Pattern
from docgen.lint.recognise.annex_note import is_known_annex, is_label_of_list
from docgen.lint.recognise.lines import Line, Lines
from docgen.lint.recognise.shapes import ANNEX_LABEL, COPIES, IMPRINT, PAGE_NUMBER, SHORT, TITLE_LINES, plain

_PAPER = Pattern(
    r"(?:表|书|单|册|函|办法|方案|目录|清单|指南|细则|名单|标准|说明|须知|样式|样表|模板|格式|条件|规定|要求|计划|大纲|提纲|范围|流程|流程图|意见|通知|通报|报告|总结|名额|分配|安排|材料|一览|汇总|协议|合同|承诺|证明|回执|信息|规则|章程|公告)"
    r"\s*(?:[（(][^（）()]{1,30}[）)])?$"
)


def tell_annexes(lines: Lines) -> None:
    """All that is left."""
    while line := lines.peek():
        if is_label_of_list(lines):
            lines.tell("annex_body")
        elif ANNEX_LABEL.fullmatch(line.text):
            lines.tell("annex_label")
            tell_annex_title(lines)
        elif is_known_annex(lines) and not _in_annex_title(lines):
            lines.tell("annex_title")
        elif PAGE_NUMBER.fullmatch(line.text):
            lines.tell("page_number")
        elif COPIES.match(line.text):
            lines.tell("copies_to")
        elif _is_imprint(lines, line):
            lines.tell("imprint")
        elif cells := line.cells(1):
            lines.tell_cells(cells)
        elif _is_in_cell(lines, line):
            lines.tell("cell")
        else:
            lines.tell("annex_body")


def _is_imprint(lines: Lines, line: Line) -> bool:
    """The office that prints, and when; the office alone where it ends the document."""
    if lines.peek(1) is None and line.part is None and re.fullmatch(r"[\u4e00-\u9fff]{4,30}办公[室厅]", line.text):
        return True
    return bool(IMPRINT.search(line.text)) and len(line.text) < SHORT


def _is_in_cell(lines: Lines, line: Line) -> bool:
    """A cell's further lines: only its first stands behind a tab."""
    is_note = re.match(r"(?:注|备注|说明|填表说明)\s*[:：]", line.text) or (len(line.text) > 40 and "。" in line.text)
    return bool(lines.told) and lines.told[-1][1] == "cell" and line.column is not None and not is_note


def _in_annex_title(lines: Lines) -> bool:
    return bool(lines.told) and lines.told[-1][1] in ("annex_label", "annex_title")


def tell_annex_title(lines: Lines) -> None:
    """The lines from here that are a title, if there are any."""
    length = 0
    while (line := lines.peek(length)) and length < TITLE_LINES:
        if line.part or len(line.text) > 50 or re.search(r"[。；：:\t]|_{2}", line.text):
            break
        length += 1
        if _PAPER.search(line.text) or "".join(plain(one.text) for one in lines.ahead(0, length)) in lines.annexes:
            break
    else:
        length = min(length, 1)
    for number in range(length):
        lines.tell("annex_title", goes_on=number > 0)
