"""附件说明: the list of annexes below the body; what it names, and a label, are how an annex begins."""

from __future__ import annotations

import re

from docgen.lint.pattern import Pattern
from docgen.lint.recognise.lines import Line, Lines
from docgen.lint.recognise.shapes import ANNEX_LABEL, ANNEX_NOTE, DATE, plain
from docgen.lint.recognise.signature import signature_length

_NAME = 30
"""Characters of the rest of an annex's title at most."""
_NUMBERED = Pattern(
    r"[-·]?\s*[（(]?[\d０-９]{1,2}\s*[.．、）)]\s*(?!\d)|^附\s*件\s*\d{0,2}\s*[:：.．、\s]\s*(?:\d{1,2}\s*[.．、]\s*)?|\d{1,2}[.．](?=[12]\d{3}年)"
)


def tell_annex_note(lines: Lines) -> bool:
    """Whether the list begins here, and is told."""
    first = lines.line
    match = ANNEX_NOTE.match(first.text)
    if not (is_label_of_list(lines) or (match and _is_list_of_annexes(lines, match))):
        return False
    lines.annexes.add(plain(_NUMBERED.sub("", match["name"] if match else "")))
    lines.tell("annex_note")
    while line := lines.peek():
        numbered = _NUMBERED.match(line.text) or ANNEX_NOTE.match(line.text)
        if not numbered and not (_is_name_going_on(lines, line, first)):
            break
        if not numbered:
            lines.annexes.add(plain(_NUMBERED.sub("", lines.told[-1][0].text + line.text)))
        else:
            lines.annexes.add(plain(_NUMBERED.sub("", line.text)))
        lines.tell("annex_note", goes_on=not numbered)
    return True


def is_label_of_list(lines: Lines) -> bool:
    """附件： alone, and the list below it."""
    following = lines.peek(1)
    label = re.fullmatch(r"附\s*件\s*[:：]", lines.line.text)
    return bool(label and following and _NUMBERED.match(following.text))


def _is_list_of_annexes(lines: Lines, match: re.Match[str]) -> bool:
    if not match["number"]:
        return True
    if lines.has_told("date", "annex_label"):
        return False
    return any(DATE.fullmatch(line.text) or ANNEX_NOTE.match(line.text) for line in lines.ahead(1, 12))


def _is_name_going_on(lines: Lines, line: Line, first: Line) -> bool:
    """The rest of an annex's title, indented, before the next one or the signature."""
    if line.gap or len(line.text) > _NAME or signature_length(lines) or begins_annexes(lines):
        return False
    return (line.column or 0) > (first.column or 0) and not re.search(r"[。：:]", line.text)


def begins_annexes(lines: Lines) -> bool:
    """Whether the line at hand does: a label, or a title that is known."""
    return bool(ANNEX_LABEL.fullmatch(lines.line.text)) or is_known_annex(lines)


def is_known_annex(lines: Lines) -> bool:
    """A title that 附件说明 has named stands alone: an annex whose label was forgotten."""
    return lines.line.part is None and plain(lines.line.text) in lines.annexes
