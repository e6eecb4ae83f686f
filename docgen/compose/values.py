"""The names that the words use, from a campaign's values: plain mappings, lists, texts, numbers and dates.

Values may use Jinja themselves, each part those before it (``FILLED_IN_ORDER``): the title may name the year and a
basis, a basis may name the year and a fact.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from docgen.campaign.model import Campaign
from docgen.compose.known_names import FILLED_IN_ORDER
from docgen.compose.words import Words, Written
from docgen.diagnostics import Problem
from docgen.sources.part import values_of
from docgen.sources.source_map import Loc, SourceMap


def campaign_names(
    campaign: Campaign,
    unit: Mapping[str, Any] | None,
    sources: SourceMap,
    problems: list[Problem],
    trace: list[Written] | None = None,
) -> dict[str, Any]:
    """All names but ``annexes``, whose titles come from the forms."""
    names: dict[str, Any] = {
        "year": campaign.year,
        "last_year": campaign.year - 1,
        "next_year": campaign.year + 1,
        "issued": campaign.issued,
        "number": number_text(campaign),
    }
    if unit is not None:
        names["unit"] = plain(unit)
    words = Words(names, sources, problems, trace=trace)
    names["issuers"] = _issuers(campaign, words)
    names["issuer"] = names["issuers"][0]
    for part in FILLED_IN_ORDER:
        if part != "annexes":
            names[part] = filled(values_of(getattr(campaign, part)), (part,), words)
    return names


def number_text(campaign: Campaign) -> str:
    """发文字号; of a draft, with room where its serial number will stand."""
    number = campaign.number
    return str(number) if number.serial else f"{number.code}〔{number.year}〕　号"


def filled(value: Any, loc: Loc, words: Words) -> Any:
    """``value`` with the texts in it written out."""
    match value:
        case str():
            return words.line(value, loc)
        case Mapping():
            return {key: filled(part, (*loc, key), words) for key, part in value.items()}
        case list() | tuple():
            return [filled(part, (*loc, index), words) for index, part in enumerate(value)]
        case _:
            return value


def plain(value: Any) -> Any:
    """A roster's value as the words may have it: anything but text, number, date, list and mapping becomes text."""
    match value:
        case None:
            return ""
        case str() | int() | datetime.date():
            return value
        case Mapping():
            return {str(key): plain(part) for key, part in value.items()}
        case list() | tuple():
            return [plain(part) for part in value]
        case _:
            return str(value)


def _issuers(campaign: Campaign, words: Words) -> list[dict[str, str]]:
    """With ``short`` the full name where the campaign gives no short one."""
    issuers = [filled(values_of(issuer), ("issuer", index), words) for index, issuer in enumerate(campaign.issuer)]
    return [{**issuer, "short": issuer["short"] or issuer["name"]} for issuer in issuers]
