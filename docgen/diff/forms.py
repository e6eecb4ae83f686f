"""Two forms, field by field: what is asked now, what no longer, how much may be written, what may be chosen.

Fields are found again by their id, else by their label. A label, a hint that names the limit, the boxes of the options
say again what the field says, and are not reported a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docgen.diagnostics import Place
from docgen.diff.alignment import Pair, Unit, aligned, kept_in_order
from docgen.diff.annexes import name_of
from docgen.diff.changes import Change, Kind, Side
from docgen.diff.fields import Asked, asked_in, bare, said_in, without_limits
from docgen.diff.flatten import annex_name
from docgen.diff.ground import Ground
from docgen.diff.tokens import Segment, compared, pieces_of, segments_of
from docgen.diff.words import text_of, tokens_of
from docgen.document.tree import Annex, FieldKind, Form, WordForm

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
    found = [*_came_and_went(forms), *_of_pairs(forms, ground), *_words(old, new, forms, ground)]
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


# ---------------------------------------------------------------- other words


def _told_by_fields(forms: Forms) -> Iterator[tuple[str, str]]:
    """Words that say again what a field says: its label, its limit."""
    for pair in forms.pairs:
        before, after = forms.old[pair.old].field, forms.new[pair.new].field
        yield before.label, after.label
        if before.limit and after.limit and before.limit != after.limit:
            yield str(before.limit), str(after.limit)


def _words(old: Annex, new: Annex, forms: Forms, ground: Ground) -> Iterator[Change]:
    """Captions, labels that name no field, opinions, notes; titles, where they are not the annex's own."""
    if not isinstance(old.content, Form) or not isinstance(new.content, Form):
        yield from _drawn_in_word(old, new)
        return
    yield from _title(old, new, ground)
    before, after = said_in(old.content, forms.old), said_in(new.content, forms.new)
    pairs = aligned([Unit(one.text) for one in before], [Unit(one.text) for one in after])
    named_old = _alone(forms.old, {pair.old for pair in forms.pairs})
    named_new = _alone(forms.new, {pair.new for pair in forms.pairs})
    for index, said in enumerate(before):
        if index not in {pair.old for pair in pairs} and not said.text.startswith(named_old):
            yield Change("form-changed", said.where, said.text, "", compared(said.text, ""), "删去", id="words")
    for index, said in enumerate(after):
        if index not in {pair.new for pair in pairs} and not said.text.startswith(named_new):
            yield Change("form-changed", said.where, "", said.text, compared("", said.text), "增加", id="words")
    for pair in pairs:
        yield from _reworded(before[pair.old].text, after[pair.new].text, after[pair.new].where, ground)


def _drawn_in_word(old: Annex, new: Annex) -> Iterator[Change]:
    """What only Word can show: that the file is another is all there is to say."""
    templates = [one.content.template if isinstance(one.content, WordForm) else b"" for one in (old, new)]
    if templates[0] != templates[1]:
        names = ["Word 表格" if template else "docgen 表格" for template in templates]
        yield Change("form-changed", "", names[0], names[1], compared(names[0], names[1]), "表格文件有变动", id="words")


def _alone(asked: Sequence[Asked], paired: set[int]) -> tuple[str, ...]:
    """The labels of fields that only one side has."""
    return tuple(one.field.label for index, one in enumerate(asked) if index not in paired and one.field.label)


def _title(old: Annex, new: Annex, ground: Ground) -> Iterator[Change]:
    titles = []
    for annex in (old, new):
        assert isinstance(annex.content, Form)
        cover = annex.content.cover
        titles.append(bare("".join(cover.title if cover else annex.content.title)))
    if [old.title, new.title] != titles and unexplained(titles[0], titles[1], ground):
        pieces = compared(titles[0], titles[1])
        yield Change("form-changed", "表名", titles[0], titles[1], pieces, id="title")


_OF_LIMIT = re.compile(r"(?:不超过|限|以内|不少于)?\d+字")


def _reworded(old: str, new: str, where: str, ground: Ground) -> Iterator[Change]:
    segments = unexplained(old, new, ground)
    if not segments:
        return
    only_count = all(
        re.fullmatch(r"\d+", text_of(segment.old)) and re.fullmatch(r"\d+", text_of(segment.new))
        for segment in segments
        if not segment.same
    )
    kind: Kind = "field-limit" if only_count and _OF_LIMIT.search(old) else "form-changed"
    yield Change(kind, where, old, new, pieces_of(segments), id="words")


def unexplained(old: str, new: str, ground: Ground) -> tuple[Segment, ...]:
    """Both texts side by side if they differ by more than what is reported elsewhere; else nothing."""
    if old == new:
        return ()
    segments = segments_of(tokens_of(old), tokens_of(new))
    return segments if any(not one.same and not ground.explains(one) for one in segments) else ()


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
