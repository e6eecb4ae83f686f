"""括号里有汉字的，用全角“（）”；一半全角一半半角的，不论里面是什么都要改。

括着外文、数字、公式的半角括号不动；行首的序号由 STRUCT-004 管，文号的年份由 DOCNO-001、REF-003 管，
标题后的文号由 REF-002 管，附注由 NOTE-002 管。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.language import _
from docgen.lint.chinese import has_chinese
from docgen.lint.finding import Hit
from docgen.lint.passage import PROSE, Passage
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule

RULE = Rule(
    code="PUNC-002",
    name="half-width-brackets",
    title="括有汉字的圆括号用全角",
    severity="error",
    tier="标准",
    source="GB/T 15834-2011 4.9；5.1.3",
    bad="职称评审(认定)",
    good="职称评审（认定）",
    needs=("(", ")"),
    fixes=True,
)


def check(reading: Reading) -> Iterator[Hit]:
    """评审(认定)."""
    for passage in reading.of(*PROSE):
        if "(" not in passage.text and ")" not in passage.text:
            continue
        for start, end in _pairs(passage.bare):
            words = passage.text[start:end]
            inner = words[1:-1]
            is_half = words[0] == "(" and words[-1] == ")"
            if (is_half and not has_chinese(inner)) or _is_of_others(passage, start, end):
                continue
            right = f"（{inner}）"
            message = (
                _('"{words}" stands in half-width brackets')
                if is_half
                else _('"{words}" begins with one kind of bracket and ends with another')
            )
            hint = _("write {right}").format(right=right)
            yield passage.hit(start, end, message.format(words=words), hint, right)


def _pairs(text: str) -> list[tuple[int, int]]:
    """Pairs with a half-width bracket among them; the inner ones of nested pairs come first."""
    opened: list[int] = []
    found = []
    for index, sign in enumerate(text):
        if sign in "(（":
            opened.append(index)
        elif sign in ")）" and opened:
            start = opened.pop()
            if text[start] + sign != "（）":
                found.append((start, index + 1))
    return found


def _is_of_others(passage: Passage, start: int, end: int) -> bool:
    """The number of a line, the year of a document number, a whole note, the number behind a title."""
    text = passage.text
    inner = text[start + 1 : end - 1].strip()
    if passage.part == "note" and end - start == len(text):
        return True
    if text[:start].rstrip().endswith("》") and re.search(r"\d{4}[〕\]］]\s*\d{1,5}\s*号$", inner):
        return True
    if start == 0 and inner.strip("0123456789一二三四五六七八九十百") == "":
        return True
    return inner.isdigit() and len(inner) == 4 and text[end:].lstrip("第 ")[:1].isdigit()
