"""Both notices clause by clause: which clause is which, what was moved, what is on one side alone.

stretches of either side  →  pairs by content  →  rows in the order of the page
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.diff.alignment import Pair, Unit, aligned
from docgen.diff.changes import Clause, Row
from docgen.diff.flatten import Stretch
from docgen.diff.ground import Ground, Known, sense_of, tokens_in
from docgen.diff.tokens import Segment, pieces_of, segments_of
from docgen.diff.words import Token, Tokens
from docgen.frozen import dataclass


@dataclass(frozen=True)
class Beside:
    """A row with the words of either side, as the list of changes is made from them."""

    row: Row
    old: Tokens = ()
    new: Tokens = ()
    segments: tuple[Segment, ...] = ()


@dataclass(frozen=True)
class Step:
    """The next thing in the order of the page: of the old list, of the new one, or of both."""

    old: int | None
    new: int | None
    pair: Pair | None = None


def rows_of(old: Known, new: Known, annexes: Sequence[Pair], ground: Ground) -> tuple[Beside, ...]:
    """Every clause of either side in one row, but for what moved, which has two."""
    before, after = _named(old.stretches, annexes, is_new=False), _named(new.stretches, annexes, is_new=True)
    found: list[Beside] = []
    for step in steps(len(before), len(after), _same_names(before, after, annexes)):
        moved = step.pair is not None and step.pair.moved
        from_old = step.pair.old if step.pair else step.old
        from_new = step.pair.new if step.pair else step.new
        here = old.stretches[from_old].clauses if from_old is not None else ()
        there = new.stretches[from_new].clauses if from_new is not None else ()
        rows = _stretch(here, there, old, new, ground, moved)
        if moved:  # an annex that changed its place as a whole: what it was at the old one, what it is at the new one
            shown = ("moved-from", "dropped") if step.new is None else ("moved-to", "added")
            rows = [beside for beside in rows if beside.row.op in shown]
        found += rows
    return tuple(_numbered(found))


def _same_names(before: Sequence[str], after: Sequence[str], annexes: Sequence[Pair]) -> list[Pair]:
    moved = {_annex_name(pair) for pair in annexes if pair.moved}
    places = {name: index for index, name in enumerate(before)}
    return [Pair(places[name], index, moved=name in moved) for index, name in enumerate(after) if name in places]


def _named(stretches: Sequence[Stretch], annexes: Sequence[Pair], is_new: bool) -> list[str]:
    """The names of stretches; an annex is named after its counterpart."""
    known = {f"annex.{pair.new if is_new else pair.old}": _annex_name(pair) for pair in annexes}
    alone = "new " if is_new else "old "
    return [
        known.get(stretch.name, alone + stretch.name) if stretch.name.startswith("annex.") else stretch.name
        for stretch in stretches
    ]


def _annex_name(pair: Pair) -> str:
    return f"annex.{pair.old}={pair.new}"


def steps(old: int, new: int, pairs: Sequence[Pair]) -> Iterator[Step]:
    """Two lists of these lengths in one order: what keeps its place holds the others; the old ones come first."""
    from_new = {pair.new: pair for pair in pairs}
    from_old = {pair.old: pair for pair in pairs}
    done = 0
    for index in range(new):
        pair = from_new.get(index)
        if pair and not pair.moved:
            yield from (Step(gone, None, from_old.get(gone)) for gone in range(done, pair.old))
            done = pair.old + 1
            yield from _waiting(index, from_new)
            yield Step(pair.old, index, pair)
    yield from (Step(gone, None, from_old.get(gone)) for gone in range(done, old))
    yield from _waiting(new, from_new)


def _waiting(index: int, from_new: Mapping[int, Pair]) -> Iterator[Step]:
    """The new ones directly before ``index`` that keep no place."""
    start = index
    while start > 0 and ((pair := from_new.get(start - 1)) is None or pair.moved):
        start -= 1
    yield from (Step(None, at, from_new.get(at)) for at in range(start, index))


# ---------------------------------------------------------------- one stretch


def _stretch(
    old: Sequence[Clause], new: Sequence[Clause], here: Known, there: Known, ground: Ground, moved: bool = False
) -> list[Beside]:
    """The rows of two stretches; with ``moved`` all of them have moved."""
    before = [_unit(clause, here, ground) for clause in old]
    after = [_unit(clause, there, ground) for clause in new]
    pairs = aligned(before, after)
    if moved:
        pairs = tuple(replace(pair, moved=True) for pair in pairs)
    rows = []
    for step in steps(len(old), len(new), pairs):
        left = old[step.old] if step.old is not None else None
        right = new[step.new] if step.new is not None else None
        if step.pair and step.pair.moved and right is not None:
            left = old[step.pair.old]
        rows.append(_row(left, right, step.pair, here, there, ground))
    return rows


ALONE = (
    "number", "title", "addressees", "date", "label", "copy_number", "secrecy", "urgency", "copies_to", "printer",
    "printed",
)  # fmt: skip
"""What stands once on a page is its own counterpart, whatever it says."""


def _unit(clause: Clause, known: Known, ground: Ground) -> Unit:
    if clause.path[-1] in ALONE:
        return Unit(f"\ue000{clause.path[-1]}")
    if "开头" in clause.where and clause.text.endswith(("如下：", "如下:", "如下。")):
        return Unit("\ue000preamble")
    return Unit(sense_of(clause, known, ground), _sort(clause))


def _sort(clause: Clause) -> str:
    """Kinds of clauses that rarely become each other."""
    if clause.cells:
        return "row"
    if "blocks" in clause.path and clause.where.endswith("联系方式"):
        return "contact"
    return f"level {clause.level}" if clause.level else ""


def _row(
    left: Clause | None, right: Clause | None, pair: Pair | None, here: Known, there: Known, ground: Ground
) -> Beside:
    left = _placed(left, here)
    right = _placed(right, there)
    moved = pair is not None and pair.moved
    if left is None or right is None:
        words = tokens_in(left, here, ground) if left else tokens_in(right, there, ground) if right else ()
        segment = Segment(words if left else (), words if right else (), False)
        op = ("moved-from" if moved else "dropped") if left else "added"
        return Beside(Row(op, left, right, pieces_of([segment])), segment.old, segment.new, (segment,))  # type: ignore[arg-type]
    if left.text == right.text:
        row = Row("moved-to" if moved else "same", left, right, pieces_of([_whole(left.text)]))
        return Beside(row)
    old, new = tokens_in(left, here, ground), tokens_in(right, there, ground)
    segments = segments_of(old, new)
    return Beside(Row("moved-to" if moved else "changed", left, right, pieces_of(segments)), old, new, segments)


def _whole(text: str) -> Segment:
    return Segment((Token(text),), (Token(text),), True)


def _placed(clause: Clause | None, known: Known) -> Clause | None:
    if clause is None or clause.path not in known.trace.places:
        return clause
    return replace(clause, place=known.trace.places[clause.path])


def _numbered(rows: Sequence[Beside]) -> Iterator[Beside]:
    """The two rows of what moved share a number."""
    numbers: dict[tuple[str | int, ...], int] = {}
    for beside in rows:
        if beside.row.op == "moved-to" and beside.row.old:
            numbers[beside.row.old.path] = len(numbers) + 1
    for beside in rows:
        if beside.row.op in ("moved-to", "moved-from") and beside.row.old:
            yield replace(beside, row=replace(beside.row, move=numbers[beside.row.old.path]))
        else:
            yield beside
