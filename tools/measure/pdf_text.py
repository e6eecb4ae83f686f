"""Letterhead and body: the mark, the number, the red line, the title, the text and what closes it (7.2, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from docgen.document.tree import Heading, Paragraph
from docgen.world.fonts import Role
from measure.findings import Finding, equal, holds, near
from measure.pages import Line, around
from measure.passages import Passage
from measure.sheet import (
    BASELINE,
    CHAR,
    LEFT,
    LINE,
    MIDDLE,
    RED,
    RIGHT,
    TITLE_BASELINE,
    TITLE_PITCH,
    Sheet,
    begins_trimmed,
)


def mark(sheet: Sheet) -> Iterator[Finding]:
    if not (sheet.parts.mark and sheet.notice.letterhead):
        return
    line = sheet.parts.mark.first
    yield from near("MARK-POS", "upper edge of the mark's ink", line.ink.top, 72, 1.5)
    yield from near("MARK-POS", "middle of the mark", line.middle, MIDDLE, 1)
    yield from holds("MARK-FONT", "colour of the mark", "FF0000", line.colours - {RED}, 1)
    yield from equal("MARK-FONT", "the mark is set in 小标宋", sheet.in_role(line, "title"), True)
    head = sheet.notice.letterhead
    yield from equal("MARK-TEXT", "words of the mark", line.text, "".join(head.marks) + head.suffix)


def joint_marks(sheet: Sheet) -> Iterator[Finding]:
    head = sheet.notice.letterhead
    if not head or len(head.marks) == 1:
        return
    glyphs = [glyph for line in sheet.pages[0].lines for glyph in line.glyphs if glyph.colour == RED and glyph.ink]
    marks = [around(g.ink for g in glyphs if g.ink and g.text in mark) for mark in head.marks]
    yield from near("MARK-POS", "upper edge of the first mark's ink", marks[0].top, 72, 1.5)
    names = [glyph for glyph in glyphs if glyph.text not in head.suffix]
    yield from equal("MARK-JOINT", "issuers, one a line", len({round(g.baseline) for g in names}), len(head.marks))
    if head.suffix:
        suffix = around(g.ink for g in glyphs if g.ink and g.text in head.suffix)
        block = around(g.ink for g in names if g.ink)
        yield from near("MARK-JOINT", "middle of 文件 from the issuers'", suffix.middle[1] - block.middle[1], 0, 1)


def document_number(sheet: Sheet) -> Iterator[Finding]:
    if not (sheet.parts.mark and sheet.parts.number):
        return
    first = sheet.parts.signers[0].first if sheet.parts.signers else sheet.parts.number.first
    gap = first.ink.top - sheet.parts.mark.last.ink.bottom
    yield from near("DOCNO-POS", "from the mark's ink to the number's", gap, 20.78, 1.5)
    if sheet.parts.signers:
        yield from _signers(sheet, sheet.parts.number.first)
    else:
        yield from near("DOCNO-POS", "middle of the number", first.middle, MIDDLE, 1)
    form = r"[\u4e00-\u9fff]+〔\d{4}〕[1-9]\d*号"
    yield from equal("DOCNO-FMT", "代字〔年份〕序号", re.fullmatch(form, sheet.notice.number) is not None, True)


def _signers(sheet: Sheet, last: Line) -> Iterator[Finding]:
    """The number one character in, level with the last 签发人; names in 楷体, one character in from the right."""
    yield from near("DOCNO-UP", "number from the left", last.left - LEFT, CHAR, 0.3)
    head = sheet.notice.letterhead
    names = [[g for g in row.first.glyphs if g.font in sheet.names["kaiti"]] for row in sheet.parts.signers]
    count = sum(len(name) for name in head.signers) if head else 0
    yield from equal(
        "SIGNER", "characters of names in 楷体", sum(bool(g.text.strip()) for n in names for g in n), count
    )
    yield from near("SIGNER", "first line from the right", RIGHT - names[0][-1].em.right, CHAR, 0.5)
    starts = [row[0].em.left - names[0][0].em.left for row in names]
    yield from near("SIGNER", "names of further lines, from the first name", starts, 0, 0.3)


def red_line(sheet: Sheet) -> Iterator[Finding]:
    if not sheet.parts.number:
        return
    number = sheet.parts.number.first
    rules = [rule for rule in sheet.parts.number.page.rules if rule.colour == RED]
    yield from equal("REDRULE", "red lines", len(rules), 1)
    for rule in rules:
        yield from near("REDRULE", "from the number's ink to the line", rule.top - number.ink.bottom, 4, 0.5)
        yield from near("REDRULE", "width of the line", rule.width, 156, 1)
        yield from near("REDRULE", "left end of the line", rule.left, LEFT, 1)
        gap = sheet.parts.title.first.ink.top - rule.bottom
        yield from near("TITLE-POS", "from the red line to the title's ink", gap, 20.78, 1.5)


def title(sheet: Sheet) -> Iterator[Finding]:
    lines = sheet.parts.title.lines
    yield from near("TITLE-FONT", "size of the title, pt", [s for line in lines for s in line.sizes], 22, 0.1)
    odd = [line.text[:6] for line in lines if not sheet.in_role(line, "title")]
    yield from holds("TITLE-FONT", "the title is set in 小标宋", "小标宋", odd, len(lines))
    yield from near("TITLE-POS", "middle of the title", [line.middle for line in lines], MIDDLE, 1)
    widths = [line.right - line.left for line in lines]
    yield from equal("TITLE-WRAP", "lines of the title form a trapezoid or a lozenge", _well_broken(widths), True)


def addressees(sheet: Sheet) -> Iterator[Finding]:
    found = sheet.parts.addressees
    if not found:
        return
    title_ends = sheet.parts.title.last.baseline - TITLE_BASELINE + TITLE_PITCH
    gap = found.first.baseline - BASELINE - title_ends
    # A number stands between them where there is no letterhead.
    if sheet.notice.letterhead or not sheet.notice.number:
        yield from near("TO-POS", "from the title's line box to the addressees'", gap, 10.39, 1)
    lefts = [line.left for line in found.lines if not begins_trimmed(line)]
    yield from near("TO-POS", "left end of every line", lefts, LEFT, 0.3)
    yield from equal("TO-POS", "last character", found.last.text[-1], "：")
    if sheet.parts.blocks:
        down = sheet.parts.blocks[0].passage.first.baseline - found.last.baseline
        yield from near("BODY-POS", "from the addressees to the body", down, LINE, 0.2)
        yield from equal("BODY-FIRSTPAGE", "page on which the body begins", sheet.parts.blocks[0].passage.page.index, 1)


def body(sheet: Sheet) -> Iterator[Finding]:
    texts = [item.passage for item in sheet.parts.blocks if isinstance(item.block, (Paragraph, Heading))]
    firsts = [passage.first.left - LEFT for passage in texts]
    yield from near("BODY-INDENT", "a paragraph's first character, from the margin", firsts, 2 * CHAR, 0.3)
    rest = [line.left for passage in texts for line in passage.lines[1:] if not begins_trimmed(line)]
    yield from near("BODY-INDENT", "further lines", rest, LEFT, 0.3)
    for level, role in LEVELS.items():
        heads = [
            item
            for item in sheet.parts.blocks
            if isinstance(item.block, Heading) and item.block.level == level and item.block.spans[0].role == role
        ]
        odd = [item.block.title for item in heads if not _begins_in(sheet, item.passage, role)]
        yield from holds("LEVELS", f"level {level} is set in {TYPEFACES[role]}", TYPEFACES[role], odd, len(heads))


_ARABIC = re.compile(r"\d{4}年[1-9]\d?月[1-9]\d?日")
# As it was written until the standard of 2012 came into force.
_CHINESE = re.compile("[二〇○一三四五六七八九]{4}年[一二三四五六七八九十]+月[一二三四五六七八九十]+日")

LEVELS: dict[int, Role] = {1: "heiti", 2: "kaiti", 3: "fangsong", 4: "fangsong"}
TYPEFACES: dict[Role, str] = {"heiti": "黑体", "kaiti": "楷体", "fangsong": "仿宋"}


def annex_note(sheet: Sheet) -> Iterator[Finding]:
    entries = sheet.parts.entries
    if not entries:
        return
    above = _line_above(entries[0].first, sheet)
    if above:
        gap = entries[0].first.baseline - above.baseline - LINE
        yield from near("ATTNOTE", "empty space above 附件：", gap, 10.39, 0.5)
    yield from near("ATTNOTE", "附件： from the margin", entries[0].first.left - LEFT, 2 * CHAR, 0.3)
    names = [_name_starts(passage, i == 0) for i, passage in enumerate(entries)]
    starts = [x for xs in names for x in xs]
    off = [start - starts[0] for start in starts]
    yield from near("ATTNOTE", "names and their further lines, from the first's left end", off, 0, 0.5)
    marks = [passage.last.text[-1] for passage in entries if passage.last.text[-1] in "，。；、"]
    yield from holds("ATTNOTE", "no mark behind a name", "none", marks, len(entries))


def signature(sheet: Sheet) -> Iterator[Finding]:
    if not sheet.parts.date:
        return
    date = sheet.parts.date.first
    issuers = [passage.first for passage in sheet.parts.issuers]
    yield from (_unsealed if sheet.notice.signature.variant == "unsealed" else _sealed)(date, issuers)
    if sheet.notice.metadata.issued:
        well = _ARABIC.fullmatch(date.text) or _CHINESE.fullmatch(date.text)
        yield from equal("DATE-FMT", "year, month and day, no leading noughts", bool(well), True)
    with_body = sheet.parts.date.page.text != "".join(line.text for line in (*issuers, date))
    yield from equal("SPECIAL-FIT", "the signature has words of the notice above it on its page", with_body, True)


def _sealed(date: Line, issuers: list[Line]) -> Iterator[Finding]:
    longest = max((line.right - line.left for line in issuers), default=0.0)
    # An issuer that would leave the type area pushes the date to the left.
    if longest <= date.right - date.left + 8 * CHAR:
        yield from near("SEAL-DATE", "date from the right", RIGHT - date.right, 4 * CHAR, 1)
    middles = [line.middle - date.middle for line in issuers]
    yield from near("SEAL-DATE", "middle of the issuer from the date's", middles, 0, 1)


def _unsealed(date: Line, issuers: list[Line]) -> Iterator[Finding]:
    if issuers:
        yield from near("NOSEAL", "date from the issuer's first character", date.left - issuers[-1].left, 2 * CHAR, 0.5)
    farthest = max(line.right for line in (date, *issuers))
    yield from near("NOSEAL", "the farther right of both, from the right", RIGHT - farthest, 2 * CHAR, 1)


def notes(sheet: Sheet) -> Iterator[Finding]:
    if not (sheet.parts.date and sheet.parts.notes):
        return
    first = sheet.parts.notes[0].first
    yield from near("NOTE-POS", "from the date to the note", first.baseline - sheet.parts.date.last.baseline, LINE, 0.2)
    yield from near("NOTE-POS", "the note from the margin", first.left - LEFT, 2 * CHAR, 0.3)
    bare = [p.first.text for p in sheet.parts.notes if not re.fullmatch("（.+）", "".join(x.text for x in p.lines))]
    yield from holds("NOTE-POS", "in round brackets", "（…）", bare, len(sheet.parts.notes))


# ---------------------------------------------------------------- helpers


def _begins_in(sheet: Sheet, passage: Passage, role: Role) -> bool:
    return next(glyph.font for glyph in passage.first.glyphs if glyph.text.strip()) in sheet.names[role]


def _line_above(line: Line, sheet: Sheet) -> Line | None:
    """The line above on the same page."""
    for page in sheet.pages:
        for above, this in pairwise(page.lines):
            if this is line:
                return above
    return None


def _name_starts(passage: Passage, first: bool) -> Iterator[float]:
    """Where the name of an annex begins in each of its lines: behind 附件：and its number."""
    lead = re.match(r"(附件：)?(\d+\.)?" if first else r"(\d+\.)?", passage.first.text)
    visible = [glyph for glyph in passage.first.glyphs if glyph.text.strip()]
    yield visible[len(lead[0]) if lead else 0].em.left
    yield from (line.left for line in passage.lines[1:])


def _well_broken(widths: list[float]) -> bool:
    """Growing, shrinking, or growing and then shrinking."""
    tolerance = 1.0
    peak = widths.index(max(widths))
    up = all(a <= b + tolerance for a, b in pairwise(widths[: peak + 1]))
    down = all(a >= b - tolerance for a, b in pairwise(widths[peak:]))
    return up and down
