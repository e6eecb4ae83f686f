"""The body: its paragraphs and tables, down to the annexes, a text that is issued, or another office's notice."""

from __future__ import annotations

import re

from docgen.lint.pattern import Pattern
from docgen.lint.recognise.annex_note import begins_annexes
from docgen.lint.recognise.annexes import tell_annex_title
from docgen.lint.recognise.lines import Line, Lines
from docgen.lint.recognise.shapes import BROKEN, HEADING, SHORT, plain
from docgen.lint.recognise.tail import tell_tail
from docgen.lint.recognise.title import begins_notice

_LABEL = Pattern(r"[^，。；：:]{2,14}[:：]")


def tell_body(lines: Lines) -> None:
    """Down to the annexes, with what ends the notice."""
    before: Line | None = None
    while line := lines.peek():
        if tell_tail(lines):
            before = None
        elif begins_annexes(lines):
            return
        elif _is_attached(lines):
            while lines.peek():
                lines.tell("attached")
        elif _is_issued_text(lines, line):
            if len(line.text) < SHORT:
                tell_annex_title(lines)
            return
        elif cells := line.cells(1 if lines.has_just_told("cell", within=6) else 2):
            lines.tell_cells(cells)
            before = None
        else:
            lines.tell("body", goes_on=before is not None and _goes_on(before, line))
            before = line


def _is_issued_text(lines: Lines, line: Line) -> bool:
    """What is issued with the notice and stands right after the date: 办法 named in the title, 第一条."""
    if not lines.has_just_told("date"):
        return False
    title = "".join(plain(one.text) for one, part, _on in lines.told if part == "title")
    return bool(re.match("第一[章条]", line.text)) or (6 <= len(line.text) < SHORT and plain(line.text) in title)


def _is_attached(lines: Lines) -> bool:
    """Whether another office's notice begins here: a title after our date, then its number or its addressee."""
    return lines.has_told("date") and begins_notice(lines.ahead(0, 6))


def _goes_on(before: Line, line: Line) -> bool:
    """Whether a paragraph was broken between two lines: by a program that turned pages into text."""
    if before.column is None or before.part or line.part or _LABEL.match(before.text) or _LABEL.match(line.text):
        return False
    if HEADING.match(before.text) and "。" not in before.text:
        return False
    if len(before.text) < BROKEN or HEADING.match(line.text) or not re.search("[，。；、]", before.text):
        return False
    return bool(re.search(r"[\u4e00-\u9fff，、“《（(]$", before.text)) and bool(
        re.match(r"[\u4e00-\u9fff”》）)，、。；\d]", line.text)
    )
