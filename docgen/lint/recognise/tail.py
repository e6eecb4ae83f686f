"""What stands below the body: 附件说明, signature and date, 附注, and 版记."""

from __future__ import annotations

import re

from docgen.lint.passage import Part
from docgen.lint.recognise.annex_note import tell_annex_note
from docgen.lint.recognise.lines import Line, Lines
from docgen.lint.recognise.shapes import COPIES, IMPRINT, PAGE_NUMBER, SHORT
from docgen.lint.recognise.signature import tell_signature


def tell_tail(lines: Lines) -> bool:
    """Whether one of the elements after the body was here, and is told."""
    line = lines.line
    if tell_annex_note(lines) or tell_signature(lines):
        return True
    part: Part | None = None
    if COPIES.match(line.text) or re.match(r"主送\s*[:：]", line.text):
        part = "copies_to"
    elif IMPRINT.search(line.text) and len(line.text) < SHORT:
        part = "imprint"
    elif PAGE_NUMBER.fullmatch(line.text):
        part = "page_number"
    elif _is_note(lines, line):
        part = "note"
    if part is None:
        return False
    lines.tell(part)
    while part == "copies_to" and (more := lines.peek()) and _continues_copies(lines.told[-1][0], more):
        lines.tell(part, goes_on=True)
    return True


def _is_note(lines: Lines, line: Line) -> bool:
    if not re.fullmatch(r"[（(][^（）()]{2,60}(?:[（(][^（）()]*[）)][^（）()]*)*[。.]?[）)]", line.text):
        return False
    after_date = lines.has_just_told("date", "note")
    return after_date or line.text[1:].startswith(("此件", "联系人", "本文"))


def _continues_copies(before: Line, line: Line) -> bool:
    return not before.text.endswith("。") and not line.gap and not IMPRINT.search(line.text) and len(line.text) < 80
