"""Lengths that follow from the words: the size of the red mark, the indents of the signature, the gaps of a cover.

Worked out once, here, so that the DOCX and the PDF set the same page. All lengths in pt unless the name says so.
Sources: GB/T 9704-2012 7.2.4–7.2.7, 7.3.5; GB/T 33476.2-2016 7.1 (two lines are 20.78 mm, one is 10.39 mm).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from itertools import pairwise

from docgen.document.measure import Mm
from docgen.document.tree import (
    Block,
    ContactLine,
    Cover,
    Heading,
    Imprint,
    Letterhead,
    Notice,
    Paragraph,
    Signature,
    plain,
)
from docgen.frozen import dataclass

TYPE_WIDTH = Mm(156).pt
TEXT_HEIGHT = Mm(297 - 34.58 - 32.58).pt
BODY_SIZE = 16.0
BODY_PITCH = 29.45
CHAR = 15.75
SMALL_SIZE = 14.0
IMPRINT_PITCH = 24.0
TYPE_BOTTOM = Mm(262).pt
LEFT_MARGIN = Mm(28).pt

_TWO_LINES = Mm(20.78).pt
_TITLE_SIZE, _TITLE_PITCH = 22.0, 36.0
# White space inside the em box above the ink of a line and below it, as a share of its size; brackets and the strokes
# of 小标宋 reach below the box. Measured with Fandol, a little towards what other fonts have.
_ABOVE, _BELOW = 0.11, -0.03
# The red line, and the space above it where it is a border: in ``shell.docx`` the same.
_RULE, _BORDER_SPACE = 1.5, 8.0
_MARK_LINE = 1.2
_TALLEST_MARK = 46.0
_MOST_ENTRIES = 10
_NARROWEST = 0.66
# 文件 beside several issuers, with white space before it, in characters.
_SUFFIX = 2.4


def width_in_characters(text: str) -> float:
    """How many characters (字) wide a text is: half-width letters and digits count a half."""
    return sum(1.0 if unicodedata.east_asian_width(char) in "WFA" else 0.5 for char in text)


def set_width(text: str) -> float:
    """The same as it is set: with a quarter of a character between 汉字 and what is half-width."""
    gaps = sum(_is_word(a) and _is_word(b) and _is_wide(a) != _is_wide(b) for a, b in pairwise(text))
    return width_in_characters(text) + gaps / 4


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _is_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LN"


@dataclass(frozen=True)
class HeadGeometry:
    """The letterhead: the mark's size and squeeze (1 = not squeezed), the white space above each part.

    For lines with their characters in the middle; ``rule_gap`` and ``title_before`` end and begin in the red line's.
    ``spread`` is what stands between the characters of each mark, before it is squeezed: joint issuers are as wide
    as the longest of them. ``marks_width`` and ``suffix_width`` are what they and the 文件 beside them take.
    """

    mark_size: float
    squeeze: float
    spread: tuple[float, ...]
    marks_width: float
    suffix_width: float
    mark_line: float
    mark_before: float
    number_before: float
    rule_gap: float
    title_before: float


def head_geometry(head: Letterhead) -> HeadGeometry:
    """As tall as the type area allows without squeezing the characters under two thirds of their width."""
    beside = _SUFFIX if len(head.marks) > 1 and head.suffix else 0.0
    words = [mark + (head.suffix if len(head.marks) == 1 else "") for mark in head.marks]
    longest = max(width_in_characters(word) for word in words)
    size = min(_TALLEST_MARK, int(2 * TYPE_WIDTH / ((longest + beside) * _NARROWEST)) / 2)
    squeeze = min(1.0, int(100 * TYPE_WIDTH / ((longest + beside) * size)) / 100)
    line = _MARK_LINE * size
    return HeadGeometry(
        mark_size=size,
        squeeze=squeeze,
        spread=tuple((longest - width_in_characters(word)) * size / max(1, len(word) - 1) for word in words),
        marks_width=longest * size * squeeze + 1,
        suffix_width=beside * size * squeeze,
        mark_line=line,
        # The ink begins 72 mm below the page's edge; the three lines of 份号, 密级, 紧急程度 stand above it.
        mark_before=Mm(72 - 34.58).pt - 3 * BODY_PITCH - _lead(size, line, _ABOVE),
        number_before=_TWO_LINES - _lead(size, line, _BELOW) - _lead(BODY_SIZE, BODY_PITCH, _ABOVE),
        rule_gap=Mm(4).pt - _lead(BODY_SIZE, BODY_PITCH, _BELOW) + _RULE / 2,
        title_before=_TWO_LINES - _lead(_TITLE_SIZE, _TITLE_PITCH, _ABOVE) + _RULE / 2,
    )


def _lead(size: float, pitch: float, bearing: float) -> float:
    """From the edge of a line to its ink, the characters standing in its middle."""
    return (pitch - size) / 2 + bearing * size


def word_head_geometry(head: Letterhead) -> HeadGeometry:
    """The same letterhead for a word processor: mark, number and red line stand where they stand in the PDF.

    ``title_before`` begins at the lower edge of the red line, which is a border of the number's paragraph. The title
    is a little lower with its lines, so that the body begins at the same height and page 1 holds as much of it.
    """
    middle = head_geometry(head)
    mark, number = _lowered(middle.mark_size, middle.mark_line), _lowered(BODY_SIZE, BODY_PITCH)
    return replace(
        middle,
        mark_before=middle.mark_before - mark,
        number_before=middle.number_before + mark - number,
        title_before=middle.title_before + middle.rule_gap + number - _BORDER_SPACE - _RULE,
    )


def _lowered(size: float, pitch: float) -> float:
    """How much lower than in its middle a word processor sets the characters of a line of exact height.

    It puts the baseline at four fifths of the height; the middle has it at 0.88 of the em box.
    """
    return 0.8 * pitch - (0.88 * size + (pitch - size) / 2)


@dataclass(frozen=True)
class SignatureGeometry:
    """Empty lines above the issuers, and indents: from the right where sealed, from the left where not.

    From the right each issuer has its own, from the left all have the same; the other side's are empty.
    """

    lines_before: int
    issuers_right: tuple[float, ...] = ()
    date_right: float | None = None
    issuers_left: float | None = None
    date_left: float | None = None


def signature_geometry(signature: Signature) -> SignatureGeometry:
    """Sealed (7.3.5.1): date four in, issuer centred above it; unsealed (7.3.5.2): issuer two in, date two further."""
    date = set_width(signature.date)
    names = [set_width(name) for name in signature.issuers]
    if signature.variant == "unsealed":
        # The date begins two characters right of the issuer; if that makes it the longer one, it ends two in.
        shift = 2 if names else 0
        left = TYPE_WIDTH - (2 + max([*names, date + shift])) * CHAR
        return SignatureGeometry(1, issuers_left=left, date_left=left + shift * CHAR)
    # An issuer so long that it would leave the type area pushes the date to the left, and stays centred above it.
    date_right = max([4.0] + [(name - date) / 2 for name in names])
    rights = tuple((date_right + (date - name) / 2) * CHAR for name in names)
    return SignatureGeometry(2 if names else 3, rights, date_right * CHAR)


@dataclass(frozen=True)
class ClosingGeometry:
    """How many of the last blocks, and whether the 附件说明, stay on the page of the signature."""

    blocks: int
    entries: bool


def closing_geometry(notice: Notice) -> ClosingGeometry:
    """A signature does not stand on a page alone (7.3.5.5): what is short enough above it goes with it.

    That is the 附件说明, and the last block if it is a line of contact or a paragraph of up to three lines; unless it
    is all there is, for page 1 has to show some of the text (7.3.3).
    """
    signed = bool(notice.signature.issuers or notice.signature.date)
    entries = signed and len(notice.annex_entries) <= _MOST_ENTRIES
    others = any(not isinstance(block, Heading) for block in notice.blocks[:-1])
    return ClosingGeometry(int(entries and others and _is_short(notice.blocks[-1])), entries)


def _is_short(block: Block) -> bool:
    match block:
        case ContactLine():
            return True
        case Paragraph() | Heading():
            return 2 + set_width(plain(block.spans)) <= 3 * 28
        case _:
            return False


@dataclass(frozen=True)
class CoverGeometry:
    """A cover page from the label down: white space above the title, the lines and the foot, and their pitches."""

    title_before: float
    title_size: float
    title_pitch: float
    lines_before: float
    line_pitch: float
    label_width: float
    foot_before: float


def cover_geometry(cover: Cover) -> CoverGeometry:
    """The foot ends two lines above the bottom of the page."""
    title_before, title_pitch, lines_before, line_pitch = 90.0, 46.0, 110.0, 34.0
    used = BODY_PITCH + title_before + title_pitch * len(cover.title) + lines_before
    used += line_pitch * len(cover.lines) + BODY_PITCH * len(cover.foot)
    label = max((width_in_characters(line.label) for line in cover.lines), default=0.0)
    return CoverGeometry(
        title_before=title_before,
        title_size=26.0,
        title_pitch=title_pitch,
        lines_before=lines_before,
        line_pitch=line_pitch,
        label_width=label * BODY_SIZE + 12,
        foot_before=max(10.0, TEXT_HEIGHT - used - 3 * BODY_PITCH),
    )


@dataclass(frozen=True)
class ImprintGeometry:
    """版记: its printed lines, its height, and where it and its last row begin, from the top of the page.

    ``copies`` are the lines of 主送 and 抄送, broken and spaced so that further lines begin under the first character
    behind the colon (7.4.2); ``printer``: whether there is a row of 印发机关 and 印发日期.
    """

    copies: tuple[str, ...]
    printer: bool
    height: float
    top: float
    printer_top: float


def imprint_geometry(imprint: Imprint) -> ImprintGeometry:
    """A row a line of text, 14 pt in 24 pt; the last line of 版记 is the lower edge of the type area."""
    copies = [*_copy_lines("主送", imprint.addressees), *_copy_lines("抄送", imprint.copies_to)]
    printer = bool(imprint.printer or imprint.printed)
    height = (len(copies) + printer) * IMPRINT_PITCH
    return ImprintGeometry(tuple(copies), printer, height, TYPE_BOTTOM - height, TYPE_BOTTOM - IMPRINT_PITCH)


def _copy_lines(label: str, words: str) -> list[str]:
    """One character in at the left and at the right, broken behind 、 and ，."""
    if not words:
        return []
    room = TYPE_WIDTH / SMALL_SIZE - 2 - 3
    lines = [""]
    for name in re.findall(r"[^、，；]+[、，；]?", words):
        if lines[-1] and width_in_characters(lines[-1] + name) > room:
            lines.append("")
        lines[-1] += name
    return [("　" + label + "：" if i == 0 else "　" * 4) + line for i, line in enumerate(lines)]
