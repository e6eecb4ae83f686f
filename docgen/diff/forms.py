"""Two forms, field by field: what is asked now, what no longer, how much may be written, what may be chosen.

Fields are found again by their id, else by their label. A label, a hint that names the limit, the boxes of the options
say again what the field says, and are not reported a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from docgen.diagnostics import Place
from docgen.diff.alignment import Pair, kept_in_order
from docgen.diff.annexes import name_of
from docgen.diff.changes import Change, Kind, Side
from docgen.diff.fields import Asked, asked_in, without_limits
from docgen.diff.flatten import annex_name
from docgen.diff.form_words import unexplained, word_changes
from docgen.diff.ground import Ground
from docgen.diff.tokens import compared
from docgen.document.tree import Annex, FieldKind, Form, WordForm
from docgen.frozen import dataclass

KINDS_OF_FIELD: dict[FieldKind, str] = {
    "line": "填一行",
    "text": "填一段",
    "date": "填日期",
    "phone": "填电话",
    "email": "填邮箱",
    "number": "填数字",
    "choice": "勾选",
    "idcard": "填身份证号",
    "creditcode": "填统一社会信用代码",
}


@dataclass(frozen=True)
class Forms:
    """A form on either side."""

    old: tuple[Asked, ...]
    new: tuple[Asked, ...]
    pairs: tuple[Pair, ...]


def form_changes(old: Annex, new: Annex, ground: Ground) -> Iterator[Change]:
    """All that changed in a form, each once; without places (see ``placed``)."""
    if not isinstance(old.content, Form | WordForm) or not isinstance(new.content, Form | WordForm):
        return
    forms = _forms(old.content, new.content)
    where, id = annex_name(new), name_of(new)
    ground = replace(ground, pairs=ground.pairs | frozenset(_told_by_fields(forms)))
    found = [*_came_and_went(forms), *_of_pairs(forms, ground), *word_changes(old, new, forms.old, forms.new, ground)]
    for change in found:
        yield replace(change, where=where + change.where, id=f"{id}.{change.id}")


def _forms(old: Form | WordForm, new: Form | WordForm) -> Forms:
    before, after = asked_in(old), asked_in(new)
    pairs: list[Pair] = []
    for told_by in (_id, _label):
        pairs += _paired(before, after, told_by, pairs)
    pairs.sort(key=lambda pair: pair.new)
    in_order = kept_in_order(pairs, lambda pair: _weight(before[pair.old].field.label, after[pair.new].field.label))
    return Forms(before, after, tuple(in_order))


def _weight(*labels: str) -> int:
    """Which of two fields changed places must not depend on which side is the old one."""
    return 10_000 + sum(map(ord, min(labels))) % 1_000


def _id(asked: Asked) -> str:
    return asked.field.id


def _label(asked: Asked) -> str:
    return asked.field.label


def _paired(
    old: Sequence[Asked], new: Sequence[Asked], told_by: Callable[[Asked], str], known: Sequence[Pair]
) -> list[Pair]:
    """Fields not known yet; of several with one label each finds another."""
    free = [index for index in range(len(new)) if index not in {pair.new for pair in known}]
    found = []
    for index, asked in enumerate(old):
        if index in {pair.old for pair in known}:
            continue
        same = next((at for at in free if told_by(new[at]) and told_by(new[at]) == told_by(asked)), None)
        if same is not None:
            free.remove(same)
            found.append(Pair(index, same))
    return found


# ---------------------------------------------------------------- fields


def _came_and_went(forms: Forms) -> Iterator[Change]:
    for index, asked in enumerate(forms.old):
        if index not in {pair.old for pair in forms.pairs}:
            text = _described(asked)
            yield _change("field-dropped", asked, text, "")
    for index, asked in enumerate(forms.new):
        if index not in {pair.new for pair in forms.pairs}:
            yield _change("field-added", asked, "", _described(asked))


def _described(asked: Asked) -> str:
    """推荐理由（必填，不超过500字）."""
    field = asked.field
    more = [
        "必填" if field.required else "",
        f"不超过{field.limit}字" if field.limit else "",
        "可选：" + "、".join(field.options) if field.options else "",
    ]
    said = "，".join(part for part in more if part)
    return (field.label or "（无名称）") + (f"（{said}）" if said else "")


def _change(kind: Kind, asked: Asked, old: str, new: str, detail: str = "", shift: int | None = None) -> Change:
    field = asked.field
    where = f"“{field.label}”" if field.label else ""
    return Change(kind, where, old, new, compared(old, new), detail, id=field.id, subject=field.label, shift=shift)


def _of_pairs(forms: Forms, ground: Ground) -> Iterator[Change]:
    for pair in forms.pairs:
        before, after = forms.old[pair.old], forms.new[pair.new]
        labels = before.field.label, after.field.label
        if labels[0] != labels[1] and not ground.only_the_year(*labels):
            yield _change("field-renamed", after, before.field.label, after.field.label)
        if before.field.limit != after.field.limit:
            yield _limit(before, after)
        if before.field.options != after.field.options:
            yield _options(before, after)
        yield from _demands(before, after)
        yield from _help(before, after, ground)
        if pair.moved:
            places = f"第{pair.old + 1}项", f"第{pair.new + 1}项"
            yield _change("field-moved", after, *places)


def _limit(before: Asked, after: Asked) -> Change:
    low, high = before.field.limit, after.field.limit
    old, new = (f"不超过{limit}字" if limit else "不限字数" for limit in (low, high))
    by = high - low if low and high else None
    detail = f"{'可多写' if by > 0 else '要少写'}{abs(by)}字" if by else ""
    return _change("field-limit", after, old, new, detail, by)


def _options(before: Asked, after: Asked) -> Change:
    gone = [option for option in before.field.options if option not in after.field.options]
    came = [option for option in after.field.options if option not in before.field.options]
    detail = "；".join(f"{word}“{'”“'.join(options)}”" for word, options in (("增加", came), ("取消", gone)) if options)
    return _change(
        "field-options", after, "、".join(before.field.options), "、".join(after.field.options), detail or "次序调整"
    )


def _demands(before: Asked, after: Asked) -> Iterator[Change]:
    """Must it be filled in, with what, how many rows are there."""
    if before.field.required != after.field.required:
        texts = ["必填" if asked.field.required else "选填" for asked in (before, after)]
        yield _change("field-changed", after, texts[0], texts[1], f"改为{texts[1]}")
    kinds = [KINDS_OF_FIELD[asked.field.kind] for asked in (before, after)]
    if kinds[0] != kinds[1] and bool(before.field.options) == bool(after.field.options):
        yield _change("field-changed", after, kinds[0], kinds[1], f"改为{kinds[1]}")
    if before.times != after.times:
        yield _change("field-changed", after, f"{before.times}行", f"{after.times}行", "行数")


def _help(before: Asked, after: Asked, ground: Ground) -> Iterator[Change]:
    texts = [without_limits(asked.help, {asked.field.limit}) for asked in (before, after)]
    if unexplained(texts[0], texts[1], ground):
        yield _change("field-changed", after, before.help, after.help, "填写说明")


def _told_by_fields(forms: Forms) -> Iterator[tuple[str, str]]:
    """Words that say again what a field says: its label, its limit."""
    for pair in forms.pairs:
        before, after = forms.old[pair.old].field, forms.new[pair.new].field
        yield before.label, after.label
        if before.limit and after.limit and before.limit != after.limit:
            yield str(before.limit), str(after.limit)


# ---------------------------------------------------------------- places


def placed(change: Change, old: Side, new: Side, annex: Annex, before: Annex) -> Change:
    """With the lines of ``form.yaml`` where the field is planned, if the sides know their forms."""
    field = change.id.rpartition(".")[2]
    return replace(
        change,
        old_place=_place(field, before, old) if change.old or not change.new else None,
        new_place=_place(field, annex, new) if change.new or not change.old else None,
    )


def _place(field: str, annex: Annex, side: Side) -> Place | None:
    forms = dict(side.forms)
    if not isinstance(annex.content, Form | WordForm) or annex.content.id not in forms:
        return None
    form = forms[annex.content.id]
    for loc in form.sources.values:
        if loc and loc[-1] == "field" and _at(form.plan, loc) == field:
            return form.sources.place(loc)
    return form.sources.place(())


def _at(plan: Any, loc: tuple[str | int, ...]) -> Any:
    """The value at ``loc``; a row may be written as a bare list of its cells."""
    here = plan
    try:
        for part in loc:
            here = getattr(here, "cells", here)[part] if isinstance(part, int) else getattr(here, part)
    except (AttributeError, IndexError, TypeError):
        return None
    return here
