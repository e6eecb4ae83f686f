"""表格里不沿用正文28磅、29磅的固定行距。

固定行距小于字号，字的上半截就被裁掉；字号小而行距还是28磅，表就被撑高。表格用单倍行距，或者与字号相称的行距。
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.language import _
from docgen.lint.finding import Hit
from docgen.lint.layout import of_paragraph
from docgen.lint.reading import Reading
from docgen.lint.rule import Rule
from docgen.lint.word import WordParagraph

RULE = Rule(
    code="FORM-005",
    name="fixed-lines-in-cells",
    title="表格单元格不沿用正文的固定行距",
    severity="warning",
    tier="技术",
    source="ECMA-376 w:spacing：exact 行距裁切高出的字",
    bad="12磅的字，固定行距10磅",
    good="12磅的字，单倍行距",
    wants=("word",),
)


def check(reading: Reading) -> Iterator[Hit]:
    """Of each table the first cell whose lines cut its characters off, else that is set as the body is."""
    seen = set()
    for one in sorted(reading.word.paragraphs if reading.word else (), key=lambda one: not _is_cut(one)):
        if (
            not one.cell
            or one.cell.table in seen
            or not one.text
            or one.rule != "exact"
            or not one.line
            or not one.size
        ):
            continue
        if _is_cut(one):
            seen.add(one.cell.table)
            message = _("lines of exactly {line} pt cut off characters of {size} pt")
            words = message.format(line=f"{one.line:g}", size=f"{one.size:g}")
            yield of_paragraph(reading, one, words, _("let the cell have single lines"))
        elif one.line >= 27 and one.size <= 14:
            seen.add(one.cell.table)
            message = _("the cell's lines are {line} pt high, as in the body, for characters of {size} pt")
            words = message.format(line=f"{one.line:g}", size=f"{one.size:g}")
            yield of_paragraph(reading, one, words, _("let the cell have single lines"), "info")


def _is_cut(one: WordParagraph) -> bool:
    return one.rule == "exact" and bool(one.line and one.size and one.line < one.size)
