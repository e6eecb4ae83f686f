"""Paragraphs that a program broke into lines of one width (a mail, an old editor, ``pdftotext``), put together again.

A file is taken for such a one only where full lines end in the middle of a sentence: a notice whose paragraphs merely
happen to be of one length is left as it is.
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from docgen.lint.passage import Piece
from docgen.lint.recognise.lines import Line
from docgen.lint.recognise.shapes import HEADING, first_word, is_head_number, is_office

_WIDTHS = range(48, 131)
"""Columns of a terminal, two for a Chinese character: lines broken by a program are so wide."""
_FEWEST = 3
"""So many full lines, at least."""
_RAGGED = 4
"""Columns by which full lines may differ: marks that may not begin a line hang out, or take a character with them."""
_ENDS = ("。", "；", "：", "！", "？", ":", ";")


def unwrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines as its author thought of them; as they are, if nothing broke them."""
    widest = max((width(line.source.rstrip()) for line in lines), default=0)
    full = [above for above, line in itertools.pairwise(lines) if _has_no_room(above, line, widest)]
    open_ = [line for line in full if not line.text.endswith(_ENDS)]
    if widest not in _WIDTHS or len(full) < _FEWEST or 2 * len(open_) < len(full):
        return list(lines)
    whole: list[Line] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _goes_on(before, line, widest):
            whole[-1] = _joined(whole[-1], line)
        else:
            whole.append(line)
    return whole


def width(text: str) -> int:
    """In columns of a terminal."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WFA" else 1 for sign in text)


def _goes_on(before: Line, line: Line, widest: int) -> bool:
    if line.gap or (line.column or 0) > 1 or "\t" in before.source + line.source:
        return False
    begins = HEADING.match(line.text) or line.text.startswith("附件") or is_office(line.text)
    if (begins and before.text.endswith(_ENDS)) or is_head_number(line.text):
        return False
    return _has_no_room(before, line, widest)


def _has_no_room(before: Line, line: Line, widest: int) -> bool:
    """Whether what ``line`` begins with did not fit in."""
    return width(before.source.rstrip()) + max(width(first_word(line.text)), 2) > widest - _RAGGED


def _joined(above: Line, line: Line) -> Line:
    """Two lines as one; Latin words keep the space that the line's end stood for."""
    between = " " if above.text[-1:].isascii() and line.text[:1].isascii() and line.text[:1].isalpha() else ""
    start = len(above.text) + len(between)
    row = (line.place.line or 0) - (above.place.line or 0)
    pieces = above.pieces or (Piece(0, len(above.text), above.column or 0),)
    piece = Piece(start, start + len(line.text), line.column or 0, row=row)
    return replace(above, text=above.text + between + line.text, pieces=(*pieces, piece))
