"""The document that the local notice rests on: where that was the superior's of last year, it becomes this year's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from docgen.campaign.loaded import LoadedCampaign
from docgen.campaign.model import Campaign
from docgen.compose.values import campaign_names


def basis_answers(local: LoadedCampaign, base: LoadedCampaign, theirs: LoadedCampaign) -> dict[str, str]:
    """Number, title and day of the superior's new notice, by the keys of the basis that cites last year's."""
    if not theirs.campaign.number.serial:
        return {}
    key = next((key for key, one in local.campaign.basis.items() if same_number(one.number, base.campaign)), None)
    if key is None:
        return {}
    answers = {f"basis.{key}.number": str(theirs.campaign.number)}
    if theirs.campaign.issued:
        answers[f"basis.{key}.issued"] = theirs.campaign.issued.isoformat()
    if title := _title(key, local, base, theirs):
        answers[f"basis.{key}.title"] = title
    return answers


def same_number(number: str, campaign: Campaign) -> bool:
    """Whether ``number``, however its brackets are typed, is that of the campaign."""
    return numbers_alike(number, str(campaign.number))


def numbers_alike(one: str, other: str) -> bool:
    """Whether two numbers are one, however their brackets are typed."""
    return bool(one) and _bare(one) == _bare(other)


def _title(key: str, local: LoadedCampaign, base: LoadedCampaign, theirs: LoadedCampaign) -> str:
    """The new title, shortened as the old one was; empty where the title in the file says it already."""
    cited = _names(local)["basis"][key]["title"]
    old, new = _names(base)["title"], _names(theirs)["title"]
    before = old.removesuffix(cited) if old.endswith(cited) else ""
    title = new.removeprefix(before)
    written = local.campaign.basis[key].title
    moved = re.sub(r"\{\{\s*year\s*\}\}", str(theirs.campaign.year), written)
    return "" if moved == title else str(title)


def _names(loaded: LoadedCampaign) -> Mapping[str, Any]:
    return campaign_names(loaded.campaign, None, loaded.sources, [])


def _bare(number: str) -> str:
    plain = unicodedata.normalize("NFKC", number)
    return re.sub(r"[〔\[({【]", "〔", re.sub(r"[〕\])}】]", "〕", re.sub(r"\s", "", plain)))
