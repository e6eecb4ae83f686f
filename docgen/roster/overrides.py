"""A row's own values for the campaign: one ministry's campaign, each province's notice."""

from __future__ import annotations

from collections.abc import Mapping

from docgen.campaign.model import Campaign


def apply_overrides(campaign: Campaign, overrides: Mapping[str, str], place: str = "") -> Campaign:
    """The campaign with these values (``Unit.overrides``) in place of its own, checked like any campaign.

    ``place`` (``Unit.place``) is named in letters. Raises DocgenError (exit code 3).
    """
    raise NotImplementedError
