"""The signature and its date: who issues, below the body, and when."""

from __future__ import annotations

import re

from docgen.lint.recognise.lines import Line, Lines
from docgen.lint.recognise.shapes import (
    ANNEX_LABEL,
    ANNEX_NOTE,
    COPIES,
    HEADING,
    IMPRINT,
    PAGE_NUMBER,
    SIGNED,
    is_office,
)
from docgen.lint.recognise.title import begins_notice

_NOTE = re.compile(r"[（(].{2,80}[）)]")


def tell_signature(lines: Lines) -> bool:
    """Whether the lines from here are signature and date, and are told."""
    length = signature_length(lines)
    for _number in range(length - 1):
        lines.tell("signature")
    if length:
        _date(lines)
    return length > 0


def _date(lines: Lines) -> None:
    match = SIGNED.fullmatch(lines.line.text)
    if match and match["signer"]:
        lines.split(match["signer"].strip(), match["date"], match.start("date"))
        lines.tell("signature")
    lines.tell("date")


def signature_length(lines: Lines) -> int:
    """How many lines from here are signature and date; 0 if they are not. Signers without a date at the very end
    count as well."""
    offices = 0
    while (line := lines.peek(offices)) and is_office(line.text) and not SIGNED.fullmatch(line.text):
        offices += 1
    last = lines.peek(offices)
    if last is None:
        return 0
    match = SIGNED.fullmatch(last.text)
    if not match or lines.has_told("date"):
        return 0
    following = lines.peek(offices + 1)
    if not offices and following is not None and HEADING.match(following.text):
        return 0
    rest = lines.ahead(offices + 1, offices + 7)
    known = offices or match["signer"] or not rest or _is_after_date(rest[0]) or begins_notice(rest)
    return offices + 1 if known else 0


def _is_after_date(line: Line) -> bool:
    shapes = (ANNEX_LABEL, _NOTE, PAGE_NUMBER)
    return any(shape.fullmatch(line.text) for shape in shapes) or bool(
        ANNEX_NOTE.match(line.text) or COPIES.match(line.text) or IMPRINT.search(line.text)
    )
