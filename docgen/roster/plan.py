"""What a campaign wants to know of its units: the columns of its roster.

They come from four places: what is commonly known of a unit (``properties``), what the campaign's expressions ask
for (``{{ unit.contact }}``), the fields of its forms, and its ``columns:``. Columns for keys of the campaign
(``deadlines.submission.date``) are made when a roster has them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import Any, cast

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import Campaign
from docgen.diagnostics import Problem
from docgen.frozen import dataclass
from docgen.roster.asked import asked_of_unit, whole_property
from docgen.roster.codes import Code, numbered
from docgen.roster.columns import Column, Kind, Offer
from docgen.roster.field_columns import field_columns
from docgen.roster.form_fields import FormField, fields_of
from docgen.roster.override_keys import Unknown, known_key, override_column
from docgen.roster.properties import PROPERTIES
from docgen.sources.part import values_of
from docgen.templates.loaded import LoadedForm

__all__ = ["Column", "RosterPlan", "roster_plan"]

COMMON_OVERRIDES = {
    "issuer.name": "发文机关",
    "issuer.short": "发文机关简称",
    "number": "发文字号",
    "issued": "成文日期",
    "addressees": "主送机关",
}
"""Keys of the campaign that a roster may name in Chinese; all others by the dotted key, or by ``columns:``."""


@dataclass(frozen=True)
class RosterPlan:
    """All columns that mean something to a campaign, the unit's properties first.

    ``asked`` are properties that the campaign's expressions name. ``written`` is ``columns:`` of the campaign: key →
    header; ``problems`` are letters about its keys.
    """

    columns: tuple[Column, ...]
    campaign: Campaign
    asked: tuple[str, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def roster_plan(loaded: LoadedCampaign, forms: Mapping[str, LoadedForm]) -> RosterPlan:
    """The columns that a campaign and its forms (by form id, as ``Prepared.forms``) ask for."""
    campaign = loaded.campaign
    fields = fields_of(campaign, forms)
    asked = _asked(loaded, fields)
    written = campaign.columns
    ids = {key for field in fields for key in (field.id, *field.names)}
    own = [*asked, *(key for key in written if key not in ids)]
    known = [_property(column, asked, fields, written) for column in _properties(own, campaign)]
    properties = [_limited(column, campaign) for column in known]
    columns = (*properties, *field_columns(fields, written, properties), *_overrides(campaign, written))
    problems = tuple(_wrong_keys(loaded, ids))
    return RosterPlan(columns, campaign, asked, written, problems)


# ---------------------------------------------------------------- properties


def _asked(loaded: LoadedCampaign, fields: tuple[FormField, ...]) -> tuple[str, ...]:
    """Properties that expressions name, those of the words first."""
    texts = [loaded.body, *_texts(values_of(loaded.campaign, without={"body"})), *(field.prefill for field in fields)]
    return tuple(dict.fromkeys(name for text in texts for name in asked_of_unit(text)))


def _texts(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for part in value.values():
                yield from _texts(part)
        case list():
            for part in value:
                yield from _texts(part)


def _properties(own: Sequence[str], campaign: Campaign) -> Iterator[Column]:
    """The common ones, those for the campaign's quotas, then what the campaign has made up itself."""
    yield from PROPERTIES
    yield from _quotas(campaign)
    known = {column.key for column in PROPERTIES} | {f"quota_{key}" for key in campaign.quotas} | {*COMMON_OVERRIDES}
    yield from (Column(key, key) for key in dict.fromkeys(own) if key not in known and "." not in key)


def _property(
    column: Column, asked: Collection[str], fields: tuple[FormField, ...], written: Mapping[str, str]
) -> Column:
    """A property as this campaign needs it: with the headers, the kind and the limit of the fields it fills."""
    filled = [field for field in fields if whole_property(field.prefill) == column.key]
    meant = [] if column.key in asked else _meant(column, fields)
    fed = (*filled, *meant)
    kinds = [cast(Kind, field.kind) for field in fed if field.kind not in ("line", "text")]
    choice = next((field for field in fed if field.options), None)
    made_up = column.label == column.key
    always = column.key in ("name", "credit_code", *asked, *written) or any(field.options for field in meant)
    return replace(
        column,
        label=written.get(column.key) or (filled[0].label if made_up and filled else column.label),
        aliases=(column.label, *column.aliases) if column.key in written else column.aliases,
        kind=kinds[0] if kinds and column.kind == "line" else column.kind,
        required=column.required or any(field.required for field in filled),
        options=choice.options if choice else (),
        multiple=choice is not None and choice.multiple,
        limit=min((field.limit for field in fed if field.limit), default=None),
        feeds=tuple(field.key for field in meant),
        offer="always" if always else "on request" if meant else "never",
        hints=tuple(dict.fromkeys(field.label for field in filled)),
    )


def _meant(column: Column, fields: tuple[FormField, ...]) -> list[FormField]:
    """Fields that nothing fills in, and that bear the property's name: 手机 of the roster is 手机 of the form.

    名称 alone may be the name of anything.
    """
    names = () if column.key == "name" else (column.label, *column.aliases)
    return [field for field in fields if not field.prefill and field.label in names]


# ---------------------------------------------------------------- quotas


def _quotas(campaign: Campaign) -> Iterator[Column]:
    """A column for each quota of the campaign: 服务团项目名额."""
    whats = [quota.what for quota in campaign.quotas.values()]
    for key, quota in campaign.quotas.items():
        what = quota.what if quota.what.endswith("数") else f"{quota.what}名额"
        label = what if whats.count(quota.what) == 1 else f"{what}（{key}）"
        aliases = (f"quotas.{key}", label.replace("名额", "数"), label.replace("名额", "数量"))
        yield Column(f"quota_{key}", label, aliases, "number", quota=key)


def _limited(column: Column, campaign: Campaign) -> Column:
    """名额 alone is the one quota that the campaign gives each unit, if there is but one."""
    if column.key != "quota":
        return column
    for kind in ("unit", "area", "base"):
        keys = [key for key, quota in campaign.quotas.items() if quota.per == kind]
        if keys:
            return replace(column, quota=keys[0] if len(keys) == 1 else "")
    return column


# ---------------------------------------------------------------- keys of the campaign


def _overrides(campaign: Campaign, written: Mapping[str, str]) -> Iterator[Column]:
    """Keys with a header in Chinese; the others are known when a roster has them."""
    for key, label in {**COMMON_OVERRIDES, **written}.items():
        if column := _override(key, label, campaign, written):
            yield column


def _override(key: str, label: str, campaign: Campaign, written: Mapping[str, str]) -> Column | None:
    if "." not in key and key not in COMMON_OVERRIDES:
        return None
    column = override_column(key, campaign, label)
    if column is None:
        return None
    offer: Offer = "always" if key in written else "never"
    return replace(column, aliases=(COMMON_OVERRIDES.get(key, label),), offer=offer)


def _wrong_keys(loaded: LoadedCampaign, fields: Collection[str]) -> Iterator[Problem]:
    """A dotted key of ``columns:`` is a form's field or a key of the campaign."""
    for key in loaded.campaign.columns:
        wrong = known_key(key, loaded.campaign) if "." in key and key not in fields else None
        if isinstance(wrong, Unknown):
            place = loaded.sources.place_of_key(("columns", key))
            yield Problem(numbered(Code.UNKNOWN_KEY), f"columns: {wrong.reason}", place, wrong.hint)
