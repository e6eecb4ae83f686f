"""The superior's campaign that a campaign names: by its id, or by its file's path from the campaign's own."""

from __future__ import annotations

from pathlib import Path

from docgen.campaign.loaded import LoadedCampaign
from docgen.workflow.select import DATA, campaigns_under, project_of


def superior_of(loaded: LoadedCampaign) -> LoadedCampaign | None:
    """The superior's campaign; None if the campaign names none, or one that is not there.

    Raises ``DocgenError`` (exit 3) if it is there and cannot be read.
    """
    from docgen.campaign.load import load_campaign

    path = path_of_superior(loaded.campaign.superior, loaded.path)
    return load_campaign(path) if path else None


def path_of_superior(named: str, campaign: Path) -> Path | None:
    """The file of the superior's campaign that the file ``campaign`` names ``named``; None if there is none."""
    if not named:
        return None
    if named.endswith((".yaml", ".yml")):
        path = campaign.parent / named
        return path if path.is_file() else None
    return next((one.path for one in campaigns_under(project_of(campaign) / DATA) if one.id == named), None)
