"""Which annex is which, and what it is called now.

An annex is known by its id, else by its form, else by its title. One that was numbered anew because another came or
went has not changed; one that changed its place among the others has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docgen.diff.alignment import FAR, Pair, Unit, alike, kept_in_order
from docgen.diff.changes import Change
from docgen.diff.flatten import annex_name
from docgen.diff.ground import Ground
from docgen.diff.tokens import compared
from docgen.document.tree import Annex, Form, Notice, WordForm


def annex_pairs(old: Notice, new: Notice) -> tuple[Pair, ...]:
    """The annexes that both notices have; those outside the longest run in order have moved."""
    pairs: list[Pair] = []
    for told_by in (_id, _form, _title):
        pairs += _paired(old.annexes, new.annexes, told_by, pairs)
    pairs += _by_likeness(old.annexes, new.annexes, pairs)
    pairs.sort(key=lambda pair: pair.new)
    return tuple(kept_in_order(pairs, lambda pair: _weight(old.annexes[pair.old].title, new.annexes[pair.new].title)))


def _weight(*titles: str) -> int:
    """All weigh the same, but which of two changed places must not depend on which side is the old one."""
    return 10_000 + sum(map(ord, min(titles))) % 1_000


def _id(annex: Annex) -> str:
    return annex.id


def _form(annex: Annex) -> str:
    return annex.content.id if isinstance(annex.content, Form | WordForm) else ""


def _title(annex: Annex) -> str:
    return annex.title


def _paired(
    old: Sequence[Annex], new: Sequence[Annex], told_by: Callable[[Annex], str], known: Sequence[Pair]
) -> Iterator[Pair]:
    """Those not known yet that are told by the same text; the same kind of annex, form or text."""
    free = [index for index in range(len(new)) if index not in {pair.new for pair in known}]
    for index, annex in enumerate(old):
        if index in {pair.old for pair in known} or not told_by(annex):
            continue
        same = (at for at in free if told_by(new[at]) == told_by(annex) and _kind(new[at]) == _kind(annex))
        if (found := next(same, None)) is not None:
            free.remove(found)
            yield Pair(index, found)


def _kind(annex: Annex) -> bool:
    return isinstance(annex.content, Form | WordForm)


def _by_likeness(old: Sequence[Annex], new: Sequence[Annex], known: Sequence[Pair]) -> list[Pair]:
    from docgen.diff.assignment import assigned

    left = [index for index in range(len(old)) if index not in {pair.old for pair in known}]
    right = [index for index in range(len(new)) if index not in {pair.new for pair in known}]
    worth = {
        (a, b): found
        for a in left
        for b in right
        if _kind(old[a]) == _kind(new[b]) and (found := alike(Unit(old[a].title), Unit(new[b].title))) >= FAR
    }
    return [Pair(a, b) for a, b in assigned(worth)]


def annex_changes(old: Notice, new: Notice, pairs: Sequence[Pair], ground: Ground) -> Iterator[Change]:
    """Annexes that came, went, moved or were called otherwise."""
    if not old.annexes and not new.annexes:
        yield from _entry_changes(old, new, ground)
        return
    for index, annex in enumerate(old.annexes):
        if index not in {pair.old for pair in pairs}:
            name, detail = annex_name(annex), _consequence(pairs, old, new, after_old=index)
            yield Change("annex-dropped", "附件", name, "", compared(name, ""), detail, id=name_of(annex))
    for index, annex in enumerate(new.annexes):
        if index not in {pair.new for pair in pairs}:
            name, detail = annex_name(annex), _consequence(pairs, old, new, after_new=index)
            yield Change("annex-added", "附件", "", name, compared("", name), detail, id=name_of(annex))
    for pair in pairs:
        yield from _changes_of(old.annexes[pair.old], new.annexes[pair.new], pair, ground)


def _changes_of(before: Annex, after: Annex, pair: Pair, ground: Ground) -> Iterator[Change]:
    where, id = annex_name(after), name_of(after)
    if before.title != after.title and not ground.only_the_year(before.title, after.title):
        pieces = compared(before.title, after.title)
        yield Change("annex-retitled", where, before.title, after.title, pieces, id=id)
    if pair.moved:
        pieces = compared(before.label, after.label)
        yield Change("annex-renumbered", where, before.label, after.label, pieces, "次序调整", id=id)


def name_of(annex: Annex) -> str:
    """What the changes of an annex are called by: ``annexes.team``."""
    return f"annexes.{annex.id}" if annex.id else f"annexes.{annex.number or 1}"


def _consequence(
    pairs: Sequence[Pair], old: Notice, new: Notice, after_old: int | None = None, after_new: int | None = None
) -> str:
    """Which others are numbered anew for it: 原附件2改为附件3."""
    if (len(old.annexes) == 1) != (len(new.annexes) == 1):
        after_old = after_new = -1
    renamed = [
        f"原{old.annexes[pair.old].label}改为{new.annexes[pair.new].label}"
        for pair in pairs
        if not pair.moved
        and old.annexes[pair.old].label != new.annexes[pair.new].label
        and (after_old is None or pair.old > after_old)
        and (after_new is None or pair.new > after_new)
    ]
    return "，".join(renamed)


def _entry_changes(old: Notice, new: Notice, ground: Ground) -> Iterator[Change]:
    """Of documents whose annexes are not at hand, by the list of annexes alone."""
    from docgen.diff.alignment import aligned

    before = [entry.title for entry in old.annex_entries]
    after = [entry.title for entry in new.annex_entries]
    pairs = aligned([Unit(title) for title in before], [Unit(title) for title in after])
    for index, title in enumerate(before):
        if index not in {pair.old for pair in pairs}:
            yield Change("annex-dropped", "附件说明", title, "", compared(title, ""), id=f"annexes.{index + 1}")
    for index, title in enumerate(after):
        if index not in {pair.new for pair in pairs}:
            yield Change("annex-added", "附件说明", "", title, compared("", title), id=f"annexes.{index + 1}")
    for pair in pairs:
        texts = before[pair.old], after[pair.new]
        if not ground.stands_for(*texts):
            yield Change("annex-retitled", "附件说明", *texts, compared(*texts), id=f"annexes.{pair.new + 1}")
        if pair.moved:
            numbers = str(pair.old + 1), str(pair.new + 1)
            id = f"annexes.{pair.new + 1}"
            yield Change("annex-renumbered", "附件说明", *numbers, compared(*numbers), "次序调整", id=id)


def renamings(old: Notice, new: Notice, pairs: Sequence[Pair]) -> Iterator[tuple[str, str]]:
    """What stands for each other in the words: 附件1 and 附件2, the titles."""
    for pair in pairs:
        before, after = old.annexes[pair.old], new.annexes[pair.new]
        yield before.label, after.label
        yield before.title, after.title


def renamed_ids(old: Notice, new: Notice, pairs: Sequence[Pair]) -> Iterator[str]:
    """The annexes that are called or numbered otherwise."""
    for pair in pairs:
        before, after = old.annexes[pair.old], new.annexes[pair.new]
        if (before.label, before.title, before.content.title) != (after.label, after.title, after.content.title):
            yield name_of(after)
