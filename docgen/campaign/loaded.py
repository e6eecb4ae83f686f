"""A campaign as loaded: its values, where each was written, its words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from docgen.campaign.model import Campaign
from docgen.sources.source_map import SourceMap


@dataclass(frozen=True)
class LoadedCampaign:
    """``body`` is the text of ``body:`` or of the file ``body_file:`` names; ``body_map`` knows where its lines stand.

    ``inputs`` are all files that were read.
    """

    campaign: Campaign
    sources: SourceMap
    path: Path
    body: str
    inputs: tuple[Path, ...]
