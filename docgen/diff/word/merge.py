"""Two bodies, cells or tables made one: counterparts side by side, the rest marked as gone or come.

A paragraph's mark (¶) belongs to it, but the last one of a cell or of the file is the cell's own and can neither come
nor go: there the mark before it does (``_with_end``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.diff.tokens import compared
from docgen.diff.word.align import Pair, aligned
from docgen.diff.word.grids import on_one_grid
from docgen.diff.word.names import P_PR, SECT_PR, TBL, TC, TR, Node, P, local, style_of
from docgen.diff.word.pen import Mark, Pen

_ALIKE, _ALIKE_TABLES = 0.5, 0.3
_BLOCKS = (P, TBL)


@dataclass(frozen=True, eq=False)
class Block:
    """A paragraph, a table or a row, and its words."""

    node: Node
    text: str

    @property
    def key(self) -> str:
        """Equal ones are counterparts. Of empty paragraphs only those of one style."""
        kind = local(self.node)
        return f"{kind}\0{self.text or style_of(self.node)}" if kind == "p" else f"{kind}\0{self.text}"


@dataclass(eq=False)
class Step:
    """A pair, and what becomes of the paragraph's mark: kept, come, gone."""

    pair: Pair[Block]
    mark: Mark | None = None


def merge_body(old: Node, new: Node, pen: Pen) -> None:
    """Marks in ``new`` (a body, a cell) all that differs from ``old``."""
    before, after = _blocks(old, pen), _blocks(new, pen)
    others = [node for node in new if node.tag not in _BLOCKS]
    steps = _with_end(_tables_together(aligned(before, after, lambda one: one.key, _likeness)))
    extras = _extras(new)
    for node in list(new):
        if node.tag in _BLOCKS or node in extras:
            new.remove(node)
    at = sum(local(node) == "tcPr" for node in others)
    made: list[Node] = []
    for step in steps:
        if step.pair.new:
            made += [node for node, follows in extras.items() if follows is step.pair.new.node]
        made.append(_made(step, pen))
    made += [node for node, follows in extras.items() if follows is None]
    for offset, node in enumerate(made):
        new.insert(at + offset, node)


def _extras(container: Node) -> dict[Node, Node | None]:
    """What is neither paragraph nor table (a bookmark's end) → the block that it stands before."""
    found: dict[Node, Node | None] = {}
    following = None
    for node in reversed(container):
        if node.tag in _BLOCKS:
            following = node
        elif local(node) not in ("tcPr", "sectPr", ""):
            found[node] = following
    return dict(reversed(found.items()))


def _blocks(container: Node, pen: Pen) -> list[Block]:
    return [Block(node, _text(node, pen)) for node in container if node.tag in _BLOCKS]


def _text(node: Node, pen: Pen) -> str:
    if node.tag == P:
        return pen.words(node).text
    if node.tag == TBL:
        return "\n".join(_text(row, pen) for row in node.iterchildren(TR))
    cells = ("\v".join(pen.words(p).text for p in cell.iter(P)) for cell in node.iterchildren(TC))
    return "\t".join(cells)


def _likeness(one: Block, other: Block) -> float:
    """From 0 to 1; 0 for strangers."""
    from rapidfuzz.distance import Indel

    if one.node.tag != other.node.tag or _has_section(one.node) != _has_section(other.node):
        return 0
    if one.node.tag == TR and len(one.node.findall(TC)) != len(other.node.findall(TC)):
        return 0
    if not one.text.strip() or not other.text.strip():
        return 0.01 if not one.text.strip() and not other.text.strip() else 0
    least = _ALIKE_TABLES if one.node.tag == TBL else _ALIKE
    return max(
        Indel.normalized_similarity(one.text, other.text, score_cutoff=least),
        Indel.normalized_similarity(_bare(one.text), _bare(other.text), score_cutoff=0.7),
    )


def _bare(text: str) -> str:
    """Without numbers: a date that moved is still that date."""
    return re.sub(r"[\d一二三四五六七八九十○〇]+", "#", text)


def _has_section(node: Node) -> bool:
    return node.find(f"{P_PR}/{SECT_PR}") is not None


# ---------------------------------------------------------------- where marks cannot go


def _tables_together(pairs: list[Pair[Block]]) -> list[Pair[Block]]:
    """A table gone and a table come that touch would be one to Word: they are made one."""
    made: list[Pair[Block]] = []
    for pair in pairs:
        before = made[-1] if made else None
        if before and before.old and not before.new and pair.new and not pair.old and _tables(before.old, pair.new):
            made[-1] = Pair(before.old, pair.new)
        else:
            made.append(pair)
    return made


def _tables(one: Block, other: Block) -> bool:
    return bool(one.node.tag == other.node.tag == TBL)


def _with_end(pairs: list[Pair[Block]]) -> list[Step]:
    """The last paragraph's mark is kept; if the paragraph came or is gone, the mark before it does instead."""
    tail = len(pairs)
    while tail and not (pairs[tail - 1].old and pairs[tail - 1].new):
        tail -= 1
    gone = [pair for pair in pairs[tail:] if pair.old]
    came = [pair for pair in pairs[tail:] if pair.new]
    if gone and came and _paragraphs(gone[-1].old, came[-1].new):
        last = Pair(gone[-1].old, came[-1].new)
        return [*(_step(pair) for pair in (*pairs[:tail], *gone[:-1], *came[:-1])), Step(last)]
    steps = [_step(pair) for pair in pairs]
    if tail and tail < len(pairs) and all(_paragraph(pair) for pair in pairs[tail - 1 :]):
        for step in steps[tail - 1 : -1]:
            step.mark = "del" if gone else "ins"
        steps[-1].mark = None
        return steps
    return steps if tail == len(pairs) else [_step(pair) for pair in _last_together(pairs)]


def _last_together(pairs: list[Pair[Block]]) -> list[Pair[Block]]:
    """A table stands between: the last paragraphs of both sides become counterparts, whatever they were before."""
    old = next((pair.old for pair in reversed(pairs) if pair.old), None)
    new = next((pair.new for pair in reversed(pairs) if pair.new), None)
    if not _paragraphs(old, new):
        return pairs
    rest = [Pair(None if pair.old is old else pair.old, None if pair.new is new else pair.new) for pair in pairs]
    return [*(pair for pair in rest if pair.old or pair.new), Pair(old, new)]


def _step(pair: Pair[Block]) -> Step:
    return Step(pair, None if pair.old and pair.new else "del" if pair.old else "ins")


def _paragraph(pair: Pair[Block]) -> bool:
    return all(one is None or one.node.tag == P for one in (pair.old, pair.new))


def _paragraphs(one: Block | None, other: Block | None) -> bool:
    return one is not None and other is not None and one.node.tag == other.node.tag == P


# ---------------------------------------------------------------- what is made


def _made(step: Step, pen: Pen) -> Node:
    old, new = step.pair.old, step.pair.new
    if old and new:
        node = _both(old, new, pen)
        if step.mark:
            pen.mark_end(node, step.mark)
        return node
    node = pen.gone(old.node) if old else pen.came(new.node) if new else None
    if node is not None and node.tag == P and step.mark is None:
        _keep_end(node)
    return node


def _keep_end(paragraph: Node) -> None:
    looks = paragraph.find(f"{P_PR}/{{*}}rPr")
    for mark in [one for one in looks if local(one) in ("ins", "del")]:
        looks.remove(mark)


def _both(old: Block, new: Block, pen: Pen) -> Node:
    if new.node.tag == TBL:
        _merge_rows(old.node, new.node, pen)
        return new.node
    if old.text == new.text:
        return new.node
    return pen.changed(old.node, new.node, compared(old.text, new.text))


def _merge_rows(old: Node, new: Node, pen: Pen) -> None:
    before = [Block(row, _text(row, pen)) for row in old.iterchildren(TR)]
    after = [Block(row, _text(row, pen)) for row in new.iterchildren(TR)]
    pairs = aligned(before, after, _row_key, _likeness)
    on_one_grid(old, new)
    at = new.index(after[0].node) if after else len(new)
    for block in after:
        new.remove(block.node)
    for offset, pair in enumerate(pairs):
        new.insert(at + offset, _row(pair, pen))


def _row_key(row: Block) -> str:
    return f"{len(row.node.findall(TC))}\0{row.text}"


def _row(pair: Pair[Block], pen: Pen) -> Node:
    if pair.new is None or pair.old is None:
        return pen.came(pair.new.node) if pair.new else _gone_row(pair.old, pen) if pair.old else None
    if pair.old.text != pair.new.text:
        for old, new in zip(pair.old.node.iterchildren(TC), pair.new.node.iterchildren(TC), strict=True):
            merge_body(old, new, pen)
    return pair.new.node


def _gone_row(row: Block, pen: Pen) -> Node:
    return pen.gone(row.node)
