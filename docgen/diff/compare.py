"""Two notices compared: what changed, each edit once, and both texts clause by clause.

    two sides  →  what is known of each  →  annexes paired  →  values by id, forms by field
                                         →  clauses by content, minus what the values explain  →  Changes

No file is read. Exchanging the sides exchanges added and dropped, old and new, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.diff.alignment import Pair, Unit, aligned, alike
from docgen.diff.annexes import annex_changes, annex_pairs, renamed_ids, renamings
from docgen.diff.campaigns import said_again, value_changes
from docgen.diff.changes import KINDS, Change, Changes, Kind, Row, Side
from docgen.diff.clauses import Beside, rows_of
from docgen.diff.forms import form_changes, placed
from docgen.diff.ground import Ground, Known, look_at, masks
from docgen.diff.sentences import sentence_changes, sentences
from docgen.diff.tokens import compared, pieces_of, segments_of
from docgen.diff.trace import values_of
from docgen.diff.words import text_of
from docgen.frozen import dataclass

__all__ = ["Side", "compare"]


def compare(old: Side, new: Side) -> Changes:
    """All that changed from ``old`` to ``new``."""
    here, there = look_at(old), look_at(new)
    pairs = annex_pairs(old.notice, new.notice)
    ground = _ground(here, there, pairs)
    values = value_changes(here, there, ground)
    annexes = tuple(annex_changes(old.notice, new.notice, pairs, ground))
    told = {change.id for change in (*values, *annexes)} | set(renamed_ids(old.notice, new.notice, pairs))
    alone = frozenset(change.id for change in values if change.kind.endswith(("-added", "-dropped")))
    ground = replace(ground, ids=frozenset(told), alone=alone)
    rows = rows_of(here, there, pairs, ground)
    words = sentence_changes(_running(rows, pairs), ground)
    values = tuple(in_words(change, rows, words.with_values) for change in values)
    ground = replace(ground, pairs=ground.pairs | frozenset(said_again(here, there)))
    others = (*_front(rows, ground), *_forms(old, new, pairs, ground))
    items = _in_order(_one_year((*values, *annexes, *others, *words.changes), here, there))
    return Changes(
        old_title="".join(old.notice.title),
        new_title="".join(new.notice.title),
        items=items,
        blocks=tuple(_linked(rows, items, ground)),
        old_label=old.label or _label(here),
        new_label=new.label or _label(there),
        remarks=tuple(_remarks(here, there, rows)),
    )


def _ground(old: Known, new: Known, pairs: Sequence[Pair]) -> Ground:
    """What is known before anything is compared: years, values in the words, names of annexes."""
    masked, marked = masks(old, new)
    names = frozenset(renamings(old.side.notice, new.side.notice, pairs))
    return Ground((old.year, new.year), masked, marked, pairs=names)


def in_words(change: Change, rows: Sequence[Beside], with_values: Mapping[str, str]) -> Change:
    """A value with the sentence that came or went with it; a fact, which says nothing alone, in its sentence."""
    if change.id in with_values:
        return replace(change, detail=with_values[change.id])
    if change.kind != "fact-changed":
        return change
    for beside in rows:
        for old, new in zip(*(sentences(side) for side in (beside.old, beside.new)), strict=False):
            if any(change.id in values_of(token.key) for token in new):
                segments = segments_of(old, new)
                return replace(change, old=text_of(old), new=text_of(new), pieces=pieces_of(segments))
    return change


def _label(known: Known) -> str:
    return f"{known.year}年" if known.year else ""


def _forms(old: Side, new: Side, pairs: Sequence[Pair], ground: Ground) -> Iterator[Change]:
    for pair in pairs:
        before, after = old.notice.annexes[pair.old], new.notice.annexes[pair.new]
        for change in form_changes(before, after, ground):
            yield placed(change, old, new, after, before)


def _running(rows: Sequence[Beside], pairs: Sequence[Pair]) -> list[tuple[int, Beside]]:
    """The rows of running text: body, forwarded notices, annexes that are text and that both sides have."""
    alone = _AloneAnnexes({pair.old for pair in pairs}, {pair.new for pair in pairs})
    return [(i, beside) for i, beside in enumerate(rows) if _is_running(beside.row) and not alone.holds(beside.row)]


@dataclass(frozen=True)
class _AloneAnnexes:
    """The annexes that one side alone has are told as annexes, not by their words."""

    paired_old: set[int]
    paired_new: set[int]

    def holds(self, row: Row) -> bool:
        clause = row.new or row.old
        if clause is None or clause.part != "annex":
            return False
        return clause.path[1] not in (self.paired_new if row.new else self.paired_old)


def _is_running(row: Row) -> bool:
    clause = row.new or row.old
    return clause is not None and clause.part in ("body", "attached", "annex") and "blocks" in clause.path


# ---------------------------------------------------------------- what stands once on the page

ONCE: dict[str, Kind] = {"number": "number-changed", "title": "title-changed", "date": "issued-changed"}
"""The last step of a clause's way → the kind of its change."""


def _front(rows: Sequence[Beside], ground: Ground) -> Iterator[Change]:
    """Number, title, addressees, date, and the small things above and below the words."""
    for index, beside in enumerate(rows):
        row = beside.row
        clause = row.new or row.old
        if clause is None or row.op in ("same", "moved-from", "moved-to") or _is_running(row):
            continue
        if clause.part == "addressees":
            yield from _addressees(row, index)
        elif clause.part not in ("entry", "annex") and not _explained(beside, ground):
            yield _change_of(row, index, ONCE.get(str(clause.path[-1]), "head-changed"))


def _change_of(row: Row, index: int, kind: Kind) -> Change:
    clause = row.new or row.old
    assert clause
    return Change(
        kind,
        clause.where,
        row.old.text if row.old else "",
        row.new.text if row.new else "",
        row.pieces,
        old_place=row.old.place if row.old else None,
        new_place=row.new.place if row.new else None,
        id=f"clause.{index}",
    )


def _explained(beside: Beside, ground: Ground) -> bool:
    """Whether the line says nothing new but the year, or the issuer."""
    row = beside.row
    if not row.old or not row.new:
        issuer = row.new or row.old
        return bool(issuer and "issuers" in issuer.path and "issuer" in ground.ids)
    if ("marks" in row.new.path or "issuers" in row.new.path) and "issuer" in ground.ids:
        return True
    return all(one.same or ground.explains(one) for one in beside.segments)


def _addressees(row: Row, index: int) -> Iterator[Change]:
    """主送机关, each on its own."""
    before, after = (clause.text.rstrip("：").split("，") if clause else [] for clause in (row.old, row.new))
    pairs = aligned([Unit(one) for one in before], [Unit(one) for one in after])
    kept = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    template = replace(_change_of(row, index, "wording"), old="", new="", pieces=())
    for at, one in enumerate(before):
        if at not in kept[0]:
            yield replace(template, kind="addressee-dropped", old=one, pieces=compared(one, ""))
    for at, one in enumerate(after):
        if at not in kept[1]:
            yield replace(template, kind="addressee-added", new=one, pieces=compared("", one))
    for pair in pairs:
        old, new = before[pair.old], after[pair.new]
        if old != new:
            yield replace(template, kind="wording", old=old, new=new, pieces=compared(old, new))
        elif pair.moved:
            yield replace(template, kind="wording", old=old, new=new, pieces=compared(old, new), detail="次序调整")


# ---------------------------------------------------------------- all together


def _one_year(items: Sequence[Change], old: Known, new: Known) -> list[Change]:
    """The year moved everywhere is one change, also where no campaign says so."""
    if old.year and new.year and old.year != new.year and not any(item.kind == "year-moved" for item in items):
        texts = f"{old.year}年", f"{new.year}年"
        shift = new.year - old.year
        return [Change("year-moved", "年度", *texts, compared(*texts), id="year", shift=shift), *items]
    return list(items)


def _in_order(items: Sequence[Change]) -> tuple[Change, ...]:
    """By kind, in the order of ``KINDS``; within a kind as found, that is by page."""
    ranks = {kind: rank for rank, kind in enumerate(KINDS)}
    return tuple(sorted(dict.fromkeys(items), key=lambda item: ranks[item.kind]))


def _linked(rows: Sequence[Beside], items: Sequence[Change], ground: Ground) -> Iterator[Row]:
    """Each row with the ids of the changes that are seen in it."""
    ids = {item.id for item in items}
    in_forms = [item for item in items if item.subject and item.id.startswith("annexes.")]
    for index, beside in enumerate(rows):
        row = beside.row
        if row.op == "same":
            yield row
            continue
        seen = {id for token in (*beside.old, *beside.new) for id in values_of(token.key)} | {f"clause.{index}"}
        if any(ground.only_the_year(text_of(one.old), text_of(one.new)) for one in beside.segments if not one.same):
            seen.add("year")
        form = _shown(in_forms, row)
        yield replace(row, changes=tuple(sorted(seen & ids | form)))


def _shown(in_forms: Sequence[Change], row: Row) -> set[str]:
    """The changes to forms whose words stand in the row."""
    clause = row.new or row.old
    if clause is None or clause.part != "annex":
        return set()
    text = "".join(clause.text.split())
    return {item.id for item in in_forms if item.subject in text}


def _remarks(old: Known, new: Known, rows: Sequence[Beside]) -> Iterator[str]:
    """What a reader must know before the changes: these are not two years of one thing."""
    before, after = (_issuer(known) for known in (old, new))
    if before and after and before != after:
        yield f"两份通知的发文机关不同（{before}、{after}），不是同一项目的两个年度，只比较可比的部分。"
        return
    titles = [Unit("".join(known.side.notice.title)) for known in (old, new)]
    if kept_share(rows) < 0.2 and alike(titles[0], titles[1]) < 0.35:
        yield "两份通知的标题和正文都大不相同，可能不是同一项目，只比较可比的部分。"


def _issuer(known: Known) -> str:
    notice = known.side.notice
    return notice.metadata.creator or "、".join(notice.signature.issuers)


def kept_share(rows: Sequence[Beside]) -> float:
    """How much of the running text both sides have, 0 to 1."""
    kept = total = 0
    for beside in rows:
        if _is_running(beside.row):
            total += sum(len(piece.text) for piece in beside.row.pieces)
            kept += sum(len(piece.text) for piece in beside.row.pieces if piece.op == "same")
    return kept / total if total else 1.0
