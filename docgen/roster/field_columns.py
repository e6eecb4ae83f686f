"""Columns for the fields of forms: what a bureau already knows of a unit's application, 申报类别 for one.

One column serves fields of one id and label in several annexes, where what may stand in them agrees.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import cast

from docgen.roster.columns import Column, Kind, Offer
from docgen.roster.form_fields import FormField

_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)")


def field_columns(
    fields: Sequence[FormField], written: Mapping[str, str], properties: Sequence[Column]
) -> tuple[Column, ...]:
    """A column for each field, fields that are one and the same thing together.

    Those that a property feeds are not offered a second time.
    """
    groups: list[list[FormField]] = []
    for field in fields:
        for group in groups:
            if _is_same(field, group):
                group.append(field)
                break
        else:
            groups.append([field])
    fed = {key for one in properties for key in one.feeds}
    columns = [_column(group, fed) for group in groups]
    taken = Counter(name for one in (*columns, *properties) for name in {one.key, one.label, *one.aliases})
    named = [_named(column, group, taken, written) for column, group in zip(columns, groups, strict=True)]
    labels = Counter(column.label for column in named)
    return tuple(_with_key(column) if labels[column.label] > 1 else column for column in named)


def _is_same(field: FormField, group: Sequence[FormField]) -> bool:
    first = group[0]
    parts = ("id", "label", "prefill", "kind", "multiple")
    if any(getattr(field, part) != getattr(first, part) for part in parts):
        return False
    choices = [set(one.options) for one in (*group, field) if one.options]
    return not choices or bool(set.intersection(*choices))


def _column(group: Sequence[FormField], fed: Collection[str]) -> Column:
    """What may stand in all of them."""
    first = group[0]
    options = tuple(option for option in first.options if all(option in one.options for one in group))
    limits = [field.limit for field in group if field.limit]
    return Column(
        key=first.id,
        label=first.label,
        kind=cast(Kind, first.kind),
        options=options,
        multiple=first.multiple,
        limit=min(limits) if limits else None,
        target="field",
        feeds=tuple(field.key for field in group),
        offer=_offer(group, fed),
    )


def _offer(group: Sequence[FormField], fed: Collection[str]) -> Offer:
    """Choices are the bureau's to make; the rest, the unit writes itself."""
    if all(field.key in fed or field.asks for field in group):
        return "never"
    return "always" if any(field.options for field in group) else "on request"


def _named(column: Column, group: Sequence[FormField], taken: Counter[str], written: Mapping[str, str]) -> Column:
    """A key and a label that nothing else has: ``team.name``, 名称（附件1）."""
    id, short = group[0].id, _BRACKETS.sub("", column.label)
    key = column.feeds[0] if taken[id] > 1 else id
    refs = "、".join(dict.fromkeys(field.ref for field in group))
    full = [f"{label}（{ref}）" for ref in (refs, group[0].ref) for label in (column.label, short)]
    before = [f"{field.ref}{label}" for field in group for label in (column.label, short)]
    own = [name for field in group for name in field.names]
    header = next((written[name] for name in (key, *own) if name in written), None)
    names = (*full, column.label, *((id,) if taken[id] == 1 else ()), *own, *before)
    label = full[0] if taken[column.label] > 1 else column.label
    offer: Offer = "always" if header else column.offer
    return replace(column, key=key, label=header or label, aliases=tuple(dict.fromkeys(names)), offer=offer)


def _with_key(column: Column) -> Column:
    """Two fields behind one label of a form: 经费（money）."""
    label = f"{column.label}（{column.key}）"
    return replace(column, label=label, aliases=(label, *column.aliases))
